"""The one reader of the environment. Every variable begins with ``CCHC_``."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.errors import BadSettings

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def _iso_date(value: object) -> object:
    # pydantic would read "20230101" as seconds since 1970
    if isinstance(value, str):
        if not _ISO_DATE.fullmatch(value):
            raise ValueError("not an ISO date")
        return date.fromisoformat(value)
    return value


def _absolute(path: Path) -> Path:
    return path.expanduser().absolute()


def _usable_folder(path: Path) -> Path:
    found = _absolute(path)
    nearest = next(parent for parent in (found, *found.parents) if parent.exists())
    if not nearest.is_dir():
        raise ValueError("a file is in the way")
    return found


def _existing_folder(path: Path) -> Path:
    found = _absolute(path)
    if not found.is_dir():
        raise ValueError("no such folder")
    return found


def _web_address(value: str) -> str:
    if not re.match(r"https?://[^/\s]+", value):
        raise ValueError("not a web address")
    return value.rstrip("/")


def _provider_and_model(value: str) -> str:
    provider, colon, model = value.partition(":")
    if not (provider.strip() and colon and model.strip()):
        raise ValueError("no provider or no model")
    return value.strip()


Address = Annotated[str, AfterValidator(_web_address)]


class Settings(BaseSettings):
    """What can be set. A field's description is the remedy shown when its value is bad."""

    model_config = SettingsConfigDict(env_prefix="CCHC_", env_ignore_empty=True, extra="ignore")

    data_dir: Annotated[Path, AfterValidator(_usable_folder)] = Field(
        default=Path("data"),
        validate_default=True,
        description="đường dẫn một thư mục có thể ghi được",
    )
    feedback_dir: Annotated[Path, AfterValidator(_usable_folder)] | None = Field(
        default=None, description="đường dẫn một thư mục có thể ghi được"
    )
    today: Annotated[date | None, BeforeValidator(_iso_date)] = Field(
        default=None, description="một ngày dạng NĂM-THÁNG-NGÀY, ví dụ 2026-03-31"
    )
    embeddings: str = Field(
        default="bundled",
        pattern=r"^(bundled|sentence-transformers:.+|openai:.+)$",
        description="bundled, sentence-transformers:TÊN hoặc openai:TÊN",
    )
    embeddings_base_url: Address | None = Field(
        default=None, description="địa chỉ dạng http://máy:cổng/v1"
    )
    embeddings_api_key: SecretStr | None = Field(default=None, description="khóa truy cập")
    embeddings_query_prefix: str | None = Field(default=None, description="một chuỗi")
    embeddings_passage_prefix: str | None = Field(default=None, description="một chuỗi")
    embeddings_query_input_type: str | None = Field(default=None, description="một từ")
    embeddings_passage_input_type: str | None = Field(default=None, description="một từ")
    embeddings_timeout: float = Field(
        default=60.0, gt=0, le=3600, description="số giây từ 1 đến 3600"
    )
    embeddings_allow_download: bool = Field(default=False, description="1 hoặc 0")
    llm: Annotated[str, AfterValidator(_provider_and_model)] | None = Field(
        default=None, description="NHÀ_CUNG_CẤP:MÔ_HÌNH, ví dụ openai:qwen2.5"
    )
    llm_base_url: Address | None = Field(
        default=None, description="địa chỉ dạng http://máy:cổng/v1"
    )
    llm_api_key: SecretStr | None = Field(default=None, description="khóa truy cập")
    llm_timeout: float = Field(default=60.0, gt=0, le=3600, description="số giây từ 1 đến 3600")
    vocabulary_dir: Annotated[Path, AfterValidator(_existing_folder)] | None = Field(
        default=None, description="một thư mục có sẵn chứa các tệp YAML từ vựng"
    )
    outlines_dir: Annotated[Path, AfterValidator(_existing_folder)] | None = Field(
        default=None, description="một thư mục có sẵn chứa các tệp YAML đề cương báo cáo"
    )
    issuer: str | None = Field(
        default=None, max_length=200, description="tên cơ quan ban hành, ví dụ Sở Tư pháp"
    )
    parent_body: str | None = Field(
        default=None, max_length=200, description="tên cơ quan chủ quản, ví dụ UBND tỉnh …"
    )
    place: str | None = Field(
        default=None, max_length=100, description="địa danh ghi trước ngày tháng ban hành"
    )
    signer_title: str | None = Field(
        default=None, max_length=200, description="chức vụ người ký, ví dụ Giám đốc"
    )
    number_code: str | None = Field(
        default=None,
        pattern=r"^[^\W\d_]+(?:-[^\W\d_]+)*$",
        max_length=40,
        description="ký hiệu sau số văn bản, ví dụ BC-STP",
    )
    addressee: str | None = Field(
        default=None, max_length=300, description="nơi kính gửi, ví dụ Sở Nội vụ tỉnh …"
    )
    recipients: str | None = Field(
        default=None, max_length=2000, description="các nơi nhận, cách nhau bằng dấu chấm phẩy"
    )
    host: str = Field(default="127.0.0.1", min_length=1, description="tên máy hoặc địa chỉ IP")
    port: int = Field(default=7860, ge=0, le=65535, description="một số từ 0 đến 65535")
    allowed_hosts: str = Field(
        default="", description="các tên máy mà trình duyệt dùng, cách nhau bằng dấu phẩy"
    )
    upload_limit_mb: int = Field(default=50, ge=1, le=2048, description="một số từ 1 đến 2048")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="warning", description="debug, info, warning hoặc error"
    )
    debug: bool = Field(default=False, description="1 để in vết lỗi, 0 để không in")

    @property
    def uploads_dir(self) -> Path:
        """Where copies of uploaded files are kept."""
        return self.data_dir / "uploads"

    @property
    def feedback_folder(self) -> Path:
        """Where what readers say about answers is kept until it is reviewed."""
        return self.feedback_dir or self.data_dir / "feedback"

    @property
    def drafts_dir(self) -> Path:
        """Where drafts of reports are kept."""
        return self.data_dir / "drafts"

    def clock(self) -> Callable[[], date]:
        """What "today" is: the set date, else the machine's own day at each call."""
        fixed = self.today
        return (lambda: fixed) if fixed else (lambda: datetime.now().astimezone().date())


def load(**overrides: Any) -> Settings:  # noqa: ANN401 - the fields check the values
    """Settings from the environment; ``overrides`` that are not ``None`` win (CLI options).

    Raises:
        BadSettings: names the first bad variable, its value and what it should hold.
    """
    given = {name: value for name, value in overrides.items() if value is not None}
    try:
        settings = Settings(**given)
    except ValidationError as error:
        raise BadSettings(_sentence(error, given)) from None
    if settings.embeddings.startswith("openai:") and settings.embeddings_base_url is None:
        raise BadSettings(
            f"CCHC_EMBEDDINGS là “{settings.embeddings}” nhưng chưa có địa chỉ máy chủ; hãy đặt "
            "CCHC_EMBEDDINGS_BASE_URL dạng http://máy:cổng/v1."
        )
    return settings


def _sentence(error: ValidationError, given: dict[str, Any]) -> str:
    first = error.errors()[0]
    # a value from the environment is located by its variable, an override by its field
    field = str(first["loc"][0]).lower().removeprefix("cchc_")
    shown = f"--{field.replace('_', '-')}" if field in given else f"CCHC_{field.upper()}"
    value = "***" if field.endswith("api_key") else first["input"]
    info = Settings.model_fields.get(field)
    remedy = info.description if info else "giá trị hợp lệ"
    return f"Giá trị “{value}” của {shown} không dùng được; hãy đặt {remedy}."
