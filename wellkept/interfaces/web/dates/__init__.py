"""How a date is written where Django has no formats for it (``FORMAT_MODULE_PATH``)."""
