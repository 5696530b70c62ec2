"""The files of a lesson package: each module sets a ``Book`` in one format and gives its bytes."""
