"""Planner, writer, illustrator, composer, editor: one public function each, ``(work, deps) -> update``."""
