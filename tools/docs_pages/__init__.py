"""The pages that `tools/build_docs.py` writes, one function each: a page is a text made from hipkit."""
