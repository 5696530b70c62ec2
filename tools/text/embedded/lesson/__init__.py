"""The lesson writer without a model: what was understood of a source, turned into what a lesson is made of."""
