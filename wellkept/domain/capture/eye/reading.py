"""The lines of a picture, by the engine of the extra 'cards'. Its models come with it; nothing is fetched."""

from __future__ import annotations

from typing import Any, NamedTuple

import cv2
import numpy as np

from wellkept.domain.capture.eye.spacing import with_spaces
from wellkept.domain.capture.eye.straightening import Pixels, find_card, straightened, widened

THREADS = 2
FIRST_LOOK, CLOSE_LOOK = 512, 1024  # pixels of the longer side in which lines are searched
SMALL = 0.7  # of a large picture: text that takes no more of it is looked at again from nearer
LEAST_SURE = 0.5  # what the engine is less sure of is no text
LONGEST_WORK = 120  # lines of one picture that are read; a card has twenty


class Read(NamedTuple):
    """One line: its text, how sure the engine is of it, and of the letter it is least sure of."""

    text: str
    sure: float
    least: float


class Reader:
    """The engine, its models loaded once."""

    def __init__(self) -> None:
        from rapidocr import RapidOCR

        engine: Any = RapidOCR(
            params={
                "EngineConfig.onnxruntime.intra_op_num_threads": THREADS,
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
                "Global.log_level": "critical",
                "Det.limit_type": "max",
                "Det.limit_side_len": CLOSE_LOOK,
            }
        )
        self.finds: Any = engine._load_det_model()
        self.turns: Any = engine._load_cls_model()
        self.reads: Any = engine._load_rec_model()

    def lines(self, picture: Pixels) -> tuple[list[dict[str, Any]], int]:
        """What stands on the card: text, confidence and box (left, top, right, bottom) of each line; and by how many
        degrees, counterclockwise, the picture has to be turned to be read."""
        turn = 0
        card, boxes = self._card(picture)
        boxes = boxes[:LONGEST_WORK]
        if not boxes:
            return [], turn
        if _lie(boxes):
            card, boxes = _quarter_turn(card, boxes)
            turn = 90
        crops = [_crop(card, box) for box in boxes]
        if self._upside_down(crops):
            card, boxes, crops = _half_turn(card, boxes, crops)
            turn += 180
        crops = self._upright(crops, boxes)
        read = self._read(crops)
        return _level(boxes, read), turn

    def _card(self, picture: Pixels) -> tuple[Pixels, list[Pixels]]:
        """The card alone, straightened, where it shows and holds nearly all of the text; else the part with text. And the
        boxes of its lines."""
        corners = find_card(picture)
        if corners is not None and _holds_the_text(widened(corners, 0.02), self._boxes(picture, FIRST_LOOK)):
            card = straightened(picture, widened(corners, 0.01))
            return card, self._boxes(card, CLOSE_LOOK)
        boxes = self._boxes(picture, CLOSE_LOOK)
        if not boxes:
            return picture, []
        points = np.concatenate(boxes)
        margin = 0.05 * max(picture.shape[:2])
        left, top = np.maximum(points.min(axis=0) - margin, 0).astype(int)
        right, bottom = np.minimum(points.max(axis=0) + margin, picture.shape[1::-1]).astype(int)
        if max(right - left, bottom - top, CLOSE_LOOK) > SMALL * max(picture.shape[:2]):
            return picture, boxes
        part = np.ascontiguousarray(picture[top:bottom, left:right])
        return part, self._boxes(part, CLOSE_LOOK)

    def _boxes(self, picture: Pixels, side: int) -> list[Pixels]:
        self.finds.limit_side_len = side
        found = self.finds(picture).boxes
        return [] if found is None else [np.asarray(box, dtype=np.float32) for box in found]

    def _upside_down(self, crops: list[Pixels]) -> bool:
        """By the votes of the longest lines; where they do not agree, by what can be read better."""
        longest = sorted(
            (crop for crop in crops if crop.shape[1] > 1.5 * crop.shape[0]),
            key=lambda crop: -crop.shape[1] / crop.shape[0],
        )[:10]
        if not longest:
            return False
        votes = [score if "180" in label else -score for label, score in self.turns(longest).cls_res]
        balance = float(sum(votes)) / len(votes)
        if abs(balance) > 0.6:
            return balance > 0
        tried = longest[:4]
        turned = [cv2.rotate(crop, cv2.ROTATE_180) for crop in tried]
        return sum(read.sure for read in self._read(turned)) > sum(read.sure for read in self._read(tried))

    def _upright(self, crops: list[Pixels], boxes: list[Pixels]) -> list[Pixels]:
        """Lines that run up or down the card stand on their side: read whichever way reads better."""
        turned = []
        for crop, box in zip(crops, boxes, strict=True):
            if not _is_tall(box):
                turned.append(crop)
                continue
            ways = [cv2.rotate(crop, cv2.ROTATE_90_CLOCKWISE), cv2.rotate(crop, cv2.ROTATE_90_COUNTERCLOCKWISE)]
            sure = [one.sure for one in self._read(ways)]
            turned.append(ways[sure.index(max(sure))])
        return turned

    def _read(self, crops: list[Pixels]) -> list[Read]:
        from rapidocr.ch_ppocr_rec import TextRecInput

        out = self.reads(TextRecInput(img=crops, return_word_box=True))
        read = []
        for text, score, letters, crop in zip(out.txts, out.scores, out.word_results, crops, strict=True):
            places = [place for word in letters.word_cols or () for place in word]
            least = min(letters.confs or [score])
            spaced, doubtful = with_spaces(str(text), places, crop)
            read.append(Read(spaced, float(score), 0.0 if doubtful else float(least)))
        return read


def _holds_the_text(outline: Pixels, boxes: list[Pixels]) -> bool:
    """Whether what is outside is little, and far enough off to be of something else: a coloured half of a card is no card."""
    if not boxes:
        return False
    sizes = np.array([cv2.contourArea(box) for box in boxes])
    depth = np.array([cv2.pointPolygonTest(outline, _middle(box), True) for box in boxes])
    if any(_is_cut(box, outline) for box in boxes):
        return False
    far = 0.3 * float(np.sqrt(cv2.contourArea(outline)))
    inside = float(sizes[depth >= 0].sum())
    return inside > 0.6 * float(sizes.sum()) and not bool(np.any((depth < 0) & (depth > -far)))


def _is_cut(box: Pixels, outline: Pixels) -> bool:
    """Whether the outline runs through a line of text."""
    depths = [cv2.pointPolygonTest(outline, (float(x), float(y)), True) for x, y in box]
    return max(depths) > 0 and min(depths) < -0.3 * min(_extent(box))


def _middle(box: Pixels) -> tuple[float, float]:
    x, y = box.mean(axis=0)
    return float(x), float(y)


def _extent(box: Pixels) -> tuple[float, float]:
    """Length along the first side, and across it."""
    return (
        float(np.linalg.norm(box[1] - box[0]) + np.linalg.norm(box[2] - box[3])) / 2,
        float(np.linalg.norm(box[3] - box[0]) + np.linalg.norm(box[2] - box[1])) / 2,
    )


def _is_tall(box: Pixels) -> bool:
    along, across = _extent(box)
    return across > 1.5 * along


def _lie(boxes: list[Pixels]) -> bool:
    """Whether most of the text runs up or down: the picture lies on its side."""
    tall = sum(max(_extent(box)) for box in boxes if _is_tall(box))
    flat = sum(max(_extent(box)) for box in boxes if _extent(box)[0] > 1.5 * _extent(box)[1])
    return tall > flat


def _quarter_turn(card: Pixels, boxes: list[Pixels]) -> tuple[Pixels, list[Pixels]]:
    """Turned counterclockwise; the boxes' corners named anew, from the upper left."""
    width = card.shape[1]
    turned = [np.stack([box[:, 1], width - 1 - box[:, 0]], axis=1)[[1, 2, 3, 0]] for box in boxes]
    return cv2.rotate(card, cv2.ROTATE_90_COUNTERCLOCKWISE), turned


def _half_turn(card: Pixels, boxes: list[Pixels], crops: list[Pixels]) -> tuple[Pixels, list[Pixels], list[Pixels]]:
    height, width = card.shape[:2]
    turned = [np.stack([width - 1 - box[:, 0], height - 1 - box[:, 1]], axis=1)[[2, 3, 0, 1]] for box in boxes]
    return cv2.rotate(card, cv2.ROTATE_180), turned, [cv2.rotate(crop, cv2.ROTATE_180) for crop in crops]


def _crop(card: Pixels, box: Pixels) -> Pixels:
    along, across = (max(2, round(length)) for length in _extent(box))
    target = np.array([[0, 0], [along, 0], [along, across], [0, across]], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(box, target)
    return cv2.warpPerspective(card, matrix, (along, across), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)


def _level(boxes: list[Pixels], read: list[Read]) -> list[dict[str, Any]]:
    """Boxes along the axes, after the slant that most lines share is taken out."""
    slants = [
        np.arctan2(box[1][1] - box[0][1], box[1][0] - box[0][0])
        for box in boxes
        if _extent(box)[0] > 2 * _extent(box)[1]
    ]
    slant = float(np.median(slants)) if slants else 0.0
    back = np.array([[np.cos(slant), np.sin(slant)], [-np.sin(slant), np.cos(slant)]])
    lines = []
    for box, one in zip(boxes, read, strict=True):
        if one.sure < LEAST_SURE or not one.text.strip():
            continue
        level = box @ back.T
        (left, top), (right, bottom) = level.min(axis=0), level.max(axis=0)
        edges = [round(float(edge), 1) for edge in (left, top, right, bottom)]
        height = round(min(_extent(box)), 1)
        sure = {"sure": round(one.sure, 3), "least": round(one.least, 3)}
        lines.append({"text": one.text.strip(), **sure, "box": edges, "height": height})
    return lines
