"""The one place that builds things: from settings to a service."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from assistant.drafting.desk import DraftDesk
from assistant.drafting.document.known import FormSettings
from assistant.drafting.drafter import Drafter
from assistant.drafting.store import DraftStore
from assistant.errors import BadSettings
from assistant.feedback import FeedbackFolder
from assistant.garbage import collect_seldom
from assistant.local import LocalService
from assistant.quiet import allow_model_downloads
from assistant.shelf import Shelf
from assistant.store import Answerer, Reader
from assistant.uploads import UploadFolder
from ingest import vocabulary

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from assistant.drafting.rewriting import ModelWriter
    from assistant.settings import Settings
    from vectorstore.embeddings.factory import EmbeddingSpec
    from vectorstore.index import Index


@contextmanager
def open_local(
    settings: Settings, *, url: str | None = None, rebuild_vectors: bool = False
) -> Iterator[LocalService]:
    """Own the data folder and serve it from this process for as long as the context lasts.

    With ``url``, where a server answers, vectors are made in the background; without, whoever
    ingests waits for them.

    Raises:
        BadSettings: a vocabulary file or the chat model cannot be used.
        FolderBusy: another process owns the folder.
        StoreError: the folder or the index in it cannot be used.
    """
    from vectorstore.background import BackgroundEmbedder
    from vectorstore.embeddings.factory import create_embeddings
    from vectorstore.index import Index
    from vectorstore.ownership import acquire

    collect_seldom()
    _use_vocabulary(settings.vocabulary_dir)
    spec = _embedding_spec(settings)
    with ExitStack() as opened:
        opened.enter_context(acquire(settings.data_dir, url=url))
        index = opened.enter_context(
            Index.open(settings.data_dir, create_embeddings(spec), identity=spec.identity)
        )
        if rebuild_vectors:
            index.rebuild_vectors()
        uploads = UploadFolder(settings.uploads_dir)
        uploads.sweep()
        answerer = cache(lambda: _answerer(settings, index))
        background = None
        if url is not None:
            answerer()  # a model that cannot be used should be known now
            background = BackgroundEmbedder(index)
            opened.callback(background.stop)
            background.start()
        yield LocalService(
            index,
            answerer,
            reader=_reader,
            data_dir=settings.data_dir,
            uploads=uploads,
            desk=lambda shelf: _desk(settings, shelf),
            chat_model=settings.llm,
            background=background,
            feedback=FeedbackFolder(settings.feedback_folder),
        )


def _use_vocabulary(folder: Path | None) -> None:
    vocabulary.use_folder(folder)
    own = [*folder.glob("*.yaml"), *folder.glob("units/*.yaml")] if folder else []
    for file in sorted(own):
        try:
            vocabulary.read(file)
        except (ValueError, yaml.YAMLError) as error:
            reason = " ".join(str(error).split())
            raise BadSettings(
                f"Tệp từ vựng “{file}” trong CCHC_VOCABULARY_DIR không đọc được ({reason}); hãy "
                "sửa lại theo tệp mẫu đi kèm chương trình."
            ) from error


def _embedding_spec(settings: Settings) -> EmbeddingSpec:
    from vectorstore.embeddings.factory import EmbeddingProvider, EmbeddingSpec

    providers: dict[str, EmbeddingProvider] = {
        "bundled": "bundled",
        "sentence-transformers": "sentence-transformers",
        "openai": "endpoint",
    }
    provider, _, model = settings.embeddings.partition(":")
    if settings.embeddings_allow_download:
        allow_model_downloads()
    key = settings.embeddings_api_key
    return EmbeddingSpec(
        provider=providers[provider],
        model=model or None,
        base_url=settings.embeddings_base_url,
        api_key=key.get_secret_value() if key else None,
        query_prefix=settings.embeddings_query_prefix,
        passage_prefix=settings.embeddings_passage_prefix,
        query_input_type=settings.embeddings_query_input_type,
        passage_input_type=settings.embeddings_passage_input_type,
        timeout_s=settings.embeddings_timeout,
        allow_download=settings.embeddings_allow_download,
    )


def _answerer(settings: Settings, index: Index) -> Answerer:
    from assistant.asking.answerer import RuleAnswerer

    by_rules = RuleAnswerer(index, today=settings.clock())
    if settings.llm is None:
        return by_rules
    from assistant.language.phrasing import ModelPhraser

    model = _chat_model(settings, settings.llm)
    return ModelPhraser(by_rules, model, model_name=settings.llm, timeout=settings.llm_timeout)


def _chat_model(settings: Settings, name: str) -> BaseChatModel:
    from assistant.language.models import ChatModelSpec, build_chat_model

    key = settings.llm_api_key
    return build_chat_model(
        ChatModelSpec(
            name,
            base_url=settings.llm_base_url,
            api_key=key.get_secret_value() if key else None,
            timeout=settings.llm_timeout,
        )
    )


def _desk(settings: Settings, shelf: Shelf) -> DraftDesk:
    model = settings.llm
    return DraftDesk(
        DraftStore(settings.drafts_dir),
        Drafter(
            outlines_dir=settings.outlines_dir,
            model=cache(lambda: _writer(settings, model)) if model else None,
        ),
        shelf=shelf,
        form=FormSettings(
            issuer=settings.issuer,
            parent_body=settings.parent_body,
            place=settings.place,
            signer_title=settings.signer_title,
            number_code=settings.number_code,
            addressee=settings.addressee,
            recipients=tuple(
                said for one in (settings.recipients or "").split(";") if (said := one.strip())
            ),
        ),
        today=settings.clock(),
    )


def _writer(settings: Settings, name: str) -> ModelWriter:
    from assistant.drafting.rewriting import ModelWriter

    return ModelWriter(_chat_model(settings, name), name, timeout=settings.llm_timeout)


def _reader() -> Reader:
    from ingest import pipeline
    from ingest.readers import registry

    return Reader(
        read=pipeline.read_file,
        document_id=pipeline.document_id,
        is_supported=registry.is_supported,
        version=pipeline.READER_VERSION,
    )
