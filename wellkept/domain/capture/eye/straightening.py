"""Where the card lies on the picture, and the card as if seen from straight above."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np

Pixels = np.ndarray[Any, Any]

LOOKED_AT = 640  # pixels of the longer side in which edges are searched
LEAST_SHARE = 0.08  # of the picture that a card covers at least
MOST_SHARE = 0.985
WIDE = 1600  # pixels of the longer side of the straightened card


def find_card(picture: Pixels) -> Pixels | None:
    """The four corners (clockwise from the upper left) of what looks most like a card, in pixels of ``picture``."""
    height, width = picture.shape[:2]
    scale = LOOKED_AT / max(height, width)
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    best, best_worth = None, 0.0
    for mask in _masks(small):
        contours, _tree = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
        for contour in sorted(contours, key=cv2.contourArea, reverse=True)[:6]:
            corners = _four_corners(contour)
            if corners is None:
                continue
            worth = _worth(corners, contour, small.shape[0] * small.shape[1])
            if worth > best_worth:
                best, best_worth = corners, worth
    return None if best is None else np.asarray(best / scale, dtype=np.float32)


def _masks(small: Pixels) -> list[Pixels]:
    """Black and white pictures in whose outlines a card may show: edges, and what differs from the picture's rim."""
    grey = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), (5, 5), 0)
    kernel = np.ones((5, 5), np.uint8)
    masks = []
    for low, high in ((30, 90), (75, 200)):
        edges = cv2.Canny(grey, low, high)
        masks.append(cv2.morphologyEx(edges, cv2.MORPH_CLOSE, kernel, iterations=2))
    _level, light = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    masks += [cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8)) for mask in (light, 255 - light)]
    lab = cv2.cvtColor(cv2.medianBlur(small, 7), cv2.COLOR_BGR2LAB).astype(np.float32)
    rim = np.concatenate(
        [lab[:6].reshape(-1, 3), lab[-6:].reshape(-1, 3), lab[:, :6].reshape(-1, 3), lab[:, -6:].reshape(-1, 3)]
    )
    far = np.linalg.norm(lab - np.median(rim, axis=0), axis=2)
    level = max(14.0, float(np.percentile(np.linalg.norm(rim - np.median(rim, axis=0), axis=1), 95)) * 1.15)
    differs = (far > level).astype(np.uint8) * 255
    masks.append(
        cv2.morphologyEx(
            cv2.morphologyEx(differs, cv2.MORPH_OPEN, kernel), cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8)
        )
    )
    return masks


def _four_corners(contour: Pixels) -> Pixels | None:
    hull = cv2.convexHull(contour)
    around = cv2.arcLength(hull, True)
    for share in (0.015, 0.02, 0.03, 0.04, 0.06):
        corners = cv2.approxPolyDP(hull, share * around, True)
        if len(corners) == 4:
            return _clockwise(corners.reshape(4, 2).astype(np.float32))
        if len(corners) < 4:
            break
    return None


def _clockwise(corners: Pixels) -> Pixels:
    """From the upper left on: the upper side is the one nearest to the top."""
    middle = corners.mean(axis=0)
    turned = corners[np.argsort(np.arctan2(corners[:, 1] - middle[1], corners[:, 0] - middle[0]))]
    first = int(np.argmin(turned.sum(axis=1)))
    return np.roll(turned, -first, axis=0)


def _sides(corners: Pixels) -> tuple[float, float]:
    """Mean width and height."""
    top, right, bottom, left = (float(np.linalg.norm(corners[(at + 1) % 4] - corners[at])) for at in range(4))
    return (top + bottom) / 2, (left + right) / 2


def _worth(corners: Pixels, contour: Pixels, whole: int) -> float:
    """0 for what is no card; more for what is large, four-cornered and has a card's proportions."""
    area = float(cv2.contourArea(corners))
    share = area / whole
    if not LEAST_SHARE < share < MOST_SHARE or not cv2.isContourConvex(corners):
        return 0.0
    filled = float(cv2.contourArea(cv2.convexHull(contour))) / area
    if not 0.9 < filled < 1.1:
        return 0.0
    for at in range(4):
        one, other = corners[at - 1] - corners[at], corners[(at + 1) % 4] - corners[at]
        cosine = float(np.dot(one, other) / (np.linalg.norm(one) * np.linalg.norm(other) + 1e-6))
        if abs(cosine) > 0.5:
            return 0.0
    width, height = _sides(corners)
    longer = max(width, height) / max(min(width, height), 1.0)
    if not 1.15 < longer < 2.4:
        return 0.0
    return share * (1.0 - min(abs(longer - 1.62), 0.7))


def straightened(picture: Pixels, corners: Pixels) -> Pixels:
    """The card alone, as a rectangle; its longer side has ``WIDE`` pixels."""
    width, height = _sides(corners)
    scale = WIDE / max(width, height)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    target = np.array([[0, 0], [size[0], 0], [size[0], size[1]], [0, size[1]]], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    return cv2.warpPerspective(picture, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)


def widened(corners: Pixels, share: float) -> Pixels:
    """The same four corners a little further out."""
    middle = corners.mean(axis=0)
    return np.asarray(middle + (corners - middle) * (1 + share), dtype=np.float32)
