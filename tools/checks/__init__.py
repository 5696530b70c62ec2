"""One check, one function, one property. Plain arguments in, findings out; nothing here knows a kind or a store."""
