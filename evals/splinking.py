"""Splink on fake_1000, in several configurations that its documentation leads to; each is trained by expectation maximisation.

The functions are published with the results, so they are written to be read.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any

from evals.records import FAKE, Pair

SEED = 1969
Weighed = list[tuple[float, Pair]]


def plain(cl: Any, block_on: Any) -> dict[str, Any]:
    """The comparisons of Splink's own tutorial on this file, more ways to meet."""
    return {
        "comparisons": [
            cl.NameComparison("first_name"),
            cl.NameComparison("surname"),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.ExactMatch("city").configure(term_frequency_adjustments=True),
            cl.EmailComparison("email"),
        ],
        "blocking": [
            block_on("first_name"), block_on("surname"), block_on("dob"), block_on("email"), block_on("city", "substr(surname, 1, 2)"),
        ],
        "training": [block_on("dob"), block_on("email"), block_on("surname")],
    }  # fmt: skip


def all_pairs(cl: Any, block_on: Any) -> dict[str, Any]:
    """The same, each record with each other: blocking costs it nothing."""
    return {**plain(cl, block_on), "blocking": ["1=1"]}


def two_trainings(cl: Any, block_on: Any) -> dict[str, Any]:
    """The same, trained on two blocks, as the tutorial does."""
    return {**all_pairs(cl, block_on), "training": [block_on("first_name", "surname"), block_on("dob")]}


def frequencies(cl: Any, block_on: Any) -> dict[str, Any]:
    """Rare names and cities count more."""
    chosen = all_pairs(cl, block_on)
    return {
        **chosen,
        "comparisons": [
            comparison.configure(term_frequency_adjustments=True)
            for comparison in (cl.NameComparison("first_name"), cl.NameComparison("surname"), cl.ExactMatch("city"))
        ]
        + [cl.DateOfBirthComparison("dob", input_is_string=True), cl.EmailComparison("email")],
    }


def jaro_winkler(cl: Any, block_on: Any) -> dict[str, Any]:
    """Names by Jaro and Winkler, cities by edits."""
    return {
        "comparisons": [
            cl.JaroWinklerAtThresholds("first_name", [0.9, 0.7]),
            cl.JaroWinklerAtThresholds("surname", [0.9, 0.7]),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.LevenshteinAtThresholds("city", 2),
            cl.EmailComparison("email"),
        ],
        "blocking": ["1=1"],
        "training": [block_on("first_name", "surname"), block_on("dob")],
    }


def levenshtein(cl: Any, block_on: Any) -> dict[str, Any]:
    """Everything by edits."""
    return {
        "comparisons": [
            cl.LevenshteinAtThresholds("first_name", [1, 2]),
            cl.LevenshteinAtThresholds("surname", [1, 2]),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.LevenshteinAtThresholds("city", [1, 2]),
            cl.LevenshteinAtThresholds("email", [1, 2, 4]),
        ],
        "blocking": ["1=1"],
        "training": [block_on("first_name", "surname"), block_on("dob"), block_on("email")],
    }


def damerau(cl: Any, block_on: Any) -> dict[str, Any]:
    """Names and mail by edits with letters swapped, and by Jaro and Winkler the rest of the way."""
    return {
        "comparisons": [
            cl.DamerauLevenshteinAtThresholds("first_name", [1, 2]),
            cl.DamerauLevenshteinAtThresholds("surname", [1, 2]),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.DamerauLevenshteinAtThresholds("city", [1, 2]),
            cl.DamerauLevenshteinAtThresholds("email", [1, 2, 4]),
        ],
        "blocking": ["1=1"],
        "training": [block_on("first_name", "surname"), block_on("dob"), block_on("email")],
    }


def both_names(cl: Any, block_on: Any) -> dict[str, Any]:
    """Given and family name as one comparison, which knows them in the other order."""
    return {
        "comparisons": [
            cl.ForenameSurnameComparison("first_name", "surname"),
            cl.DateOfBirthComparison("dob", input_is_string=True),
            cl.LevenshteinAtThresholds("city", [1, 2]),
            cl.EmailComparison("email"),
        ],
        "blocking": ["1=1"],
        "training": [block_on("dob"), block_on("email")],
    }


CONFIGURATIONS: tuple[Callable[[Any, Any], dict[str, Any]], ...] = (
    plain, all_pairs, two_trainings, frequencies, jaro_winkler, levenshtein, damerau, both_names,
)  # fmt: skip


def weighed(configuration: Callable[[Any, Any], dict[str, Any]]) -> Weighed:
    """What Splink thinks of each pair it compares, as match weights."""
    import pandas
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    logging.disable(logging.CRITICAL)
    chosen = configuration(cl, block_on)
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=chosen["comparisons"],
        blocking_rules_to_generate_predictions=chosen["blocking"],
    )
    linker = Linker(DuckDBAPI().register(pandas.read_csv(FAKE)), settings)
    train = linker.training
    surely = [block_on("first_name", "surname"), block_on("email")]
    train.estimate_probability_two_random_records_match(surely, recall=0.7)
    train.estimate_u_using_random_sampling(max_pairs=1e6, seed=SEED)
    for rule in chosen["training"]:
        train.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_probability=0.0001).as_pandas_dataframe()
    logging.disable(logging.NOTSET)
    return list(_rows(found))


def _rows(found: Any) -> Iterator[tuple[float, Pair]]:
    for one, other, weight in zip(found.unique_id_l, found.unique_id_r, found.match_weight, strict=True):
        yield float(weight), (min(one, other), max(one, other))
