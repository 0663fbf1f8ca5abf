"""A <select> of hundreds of options, written at once: Django renders a template for each."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

SELECTED = format_html("{}", " selected")  # a word that needs no escaping


class LongSelect(forms.Select):
    """Takes plain choices, without groups; one of them is selected."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        said = forms.Widget.get_context(self, name, value, attrs)["widget"]["attrs"].items()
        attributes = [
            format_html(" {}", key) if word is True else format_html(' {}="{}"', key, word)
            for key, word in said
            if word is not None and word is not False
        ]
        chosen = "" if value is None else str(value)
        options = format_html_join(
            "\n", '<option value="{}"{}>{}</option>',
            ((key, SELECTED if str(key) == chosen else "", label) for key, label in self.choices),
        )  # fmt: skip
        return format_html(
            '<select name="{}"{}>{}</select>', name, format_html_join("", "{}", zip(attributes)), options
        )
