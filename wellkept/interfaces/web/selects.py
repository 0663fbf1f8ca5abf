"""A <select> of hundreds of options, written at once: Django renders a template for each."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe


class LongSelect(forms.Select):
    """Takes plain choices, one of them selected."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        context = forms.Widget.get_context(self, name, value, attrs)["widget"]["attrs"]
        said = format_html_join(
            "", ' {}="{}"', ((key, word) for key, word in context.items() if word not in (False, None, True))
        )
        bare = format_html_join("", " {}", ((key,) for key, word in context.items() if word is True))
        options = format_html_join(
            "\n", '<option value="{}"{}>{}</option>',
            ((key, mark_safe(" selected") if str(key) == str(value) else "", label) for key, label in self.choices),
        )  # fmt: skip
        return format_html('<select name="{}"{}{}>{}</select>', name, said, bare, options)
