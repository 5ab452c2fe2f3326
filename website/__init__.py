"""The documentation site: what MkDocs alone does not do, in one room apart from the library.

``hooks.py`` is what MkDocs calls, and ``reference.py`` for what is made from the code; every
other module here is plain Python, without MkDocs where it can be.
"""
