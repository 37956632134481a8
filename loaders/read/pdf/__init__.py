"""Reads PDF documents: `read_pdf` is the door; the rest runs in a process of its own."""

from loaders.read.pdf.reader import read_pdf

__all__ = ["read_pdf"]
