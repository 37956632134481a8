"""The benchmark: networks of a seeded generator, NetworkX beside our own engine. Not installed with Maillage."""
