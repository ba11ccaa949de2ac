"""Embedding models behind LangChain's ``Embeddings``; built by :mod:`.factory`."""
