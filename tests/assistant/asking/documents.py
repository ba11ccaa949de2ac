"""Invented documents of three departments: two plans, a framework annex, a report."""

from __future__ import annotations

from ingest.model import Activity, Deliverable, DocumentKind, Reading
from tests.assistant.asking.fakes import ReadingBuilder, deadline, years


def yearly_plan() -> Reading:
    """Plan 2024 of Lâm Đồng: targets in prose without lead, tasks in an annex."""
    plan = ReadingBuilder(
        "plan24",
        DocumentKind.PLAN,
        title="Kế hoạch cải cách hành chính năm 2024 của Sở Tư pháp",
        province="Lâm Đồng",
        number="17/KH-STP",
        date="2024-01-22",
        period=years(2024),
    )
    plan.passage("Số: 17/KH-STP Lâm Đồng, ngày 22 tháng 01 năm 2024")
    plan.passage("Kế hoạch cải cách hành chính (CCHC) năm 2024 của Sở Tư pháp tỉnh Lâm Đồng")
    plan.section("I", "MỤC TIÊU")
    paying = (
        "Có 90% thủ tục hành chính đủ điều kiện được triển khai thanh toán trực tuyến; tỷ lệ giao "
        "dịch thanh toán trực tuyến đạt tối thiểu 45%."
    )
    plan.passage(paying)
    plan.target(
        "I.1",
        paying,
        metric="thủ tục hành chính triển khai thanh toán trực tuyến",
        value="90",
        comparator="=",
    )
    plan.target("I.1", paying, metric="tỷ lệ giao dịch thanh toán trực tuyến", value="45")
    online = "Tối thiểu 70% hồ sơ thủ tục hành chính được tiếp nhận trực tuyến."
    plan.passage(online)
    plan.target(
        "I.2", online, metric="hồ sơ thủ tục hành chính được tiếp nhận trực tuyến", value="70"
    )
    happy = "Mức độ hài lòng của người dân, tổ chức đạt trên 92%."
    plan.passage(happy)
    plan.target(
        "I.3", happy, metric="mức độ hài lòng của người dân, tổ chức", value="92", comparator=">"
    )
    plan.section("II", "KINH PHÍ THỰC HIỆN")
    plan.passage("Kinh phí bảo đảm từ dự toán chi thường xuyên được giao đầu năm của Sở.")
    plan.section("III", "TỔ CHỨC THỰC HIỆN")
    plan.passage("1. Văn phòng Sở theo dõi, đôn đốc và tổng hợp báo cáo Giám đốc Sở.")
    plan.passage("2. Phòng Bổ trợ tư pháp chủ trì hướng dẫn các tổ chức hành nghề luật sư.")
    plan.passage("KT. GIÁM ĐỐC").passage("PHÓ GIÁM ĐỐC").passage("Họ Và Tên")
    plan.section("A", "CẢI CÁCH THỂ CHẾ")
    plan.task(
        "A.1",
        "Ban hành Kế hoạch rà soát văn bản quy phạm pháp luật",
        lead=("Phòng Xây dựng và Kiểm tra văn bản",),
        coordinating=("Văn phòng Sở",),
        products=("Kế hoạch được ban hành",),
        due=deadline("Quý I/2024", "period", "2024-01-01", "2024-03-31"),
    )
    plan.task(
        "A.2",
        "Tổ chức hội nghị tập huấn nghiệp vụ thẩm định văn bản",
        lead=("Phòng Xây dựng và Kiểm tra văn bản",),
        products=("Hội nghị được tổ chức",),
        due=deadline("Trước 15/6/2024", "before", None, "2024-06-14"),
    )
    plan.section("B", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH")
    plan.task(
        "B.1",
        "Vận động tổ chức, công dân thanh toán phí, lệ phí trực tuyến khi nộp hồ sơ",
        lead=("Bộ phận Một cửa",),
        coordinating=("Phòng Bổ trợ tư pháp", "Văn phòng Sở"),
        products=("Báo cáo kết quả",),
        due=deadline("Thường xuyên", "continuous"),
    )
    plan.task(
        "B.2",
        "Rà soát, đơn giản hóa thủ tục hành chính lĩnh vực công chứng",
        lead=("Phòng Bổ trợ tư pháp",),
        products=("Quyết định thông qua phương án đơn giản hóa",),
        due=deadline("Quý III/2024", "period", "2024-07-01", "2024-09-30"),
    )
    plan.task(
        "B.3",
        "Số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực",
        lead_text="Theo hướng dẫn của Trung tâm Phục vụ hành chính công",
        products=("Kết quả được số hóa",),
        due=deadline("Năm 2024", "year", "2024-01-01", "2024-12-31"),
    )
    plan.section("C", "CHỈ ĐẠO, ĐIỀU HÀNH")
    plan.task(
        "C.1",
        "Báo cáo định kỳ công tác cải cách hành chính",
        lead=("Văn phòng Sở",),
        deliverables=(
            Deliverable(
                product="Báo cáo quý I",
                deadline=deadline("Trước 10/3", "before", None, "2024-03-09"),
            ),
            Deliverable(
                product="Báo cáo năm",
                deadline=deadline("Trước 10/12", "before", None, "2024-12-09"),
            ),
        ),
        products=("Báo cáo quý I", "Báo cáo năm"),
    )
    plan.task(
        "C.2",
        "Tuyên truyền cải cách hành chính trên trang thông tin điện tử",
        lead=("Phòng Phổ biến, giáo dục pháp luật",),
        coordinating=("Văn phòng Sở",),
        products=("Tin, bài được đăng tải",),
        due=deadline("Thường xuyên", "continuous"),
    )
    plan.ref(
        "1872/QĐ-UBND", "Quyết định", "ban hành Kế hoạch cải cách hành chính của tỉnh năm 2024"
    )
    plan.ref(
        "76/NQ-CP",
        "Nghị quyết",
        "Chương trình tổng thể cải cách hành chính nhà nước",
        issuer="Chính phủ",
    )
    return plan.build()


def framework() -> Reading:
    """Framework annex 2027-2031, no province: objectives with their own lead."""
    annex = ReadingBuilder(
        "frame",
        DocumentKind.TASK_ANNEX,
        title="Khung nhiệm vụ cải cách hành chính giai đoạn 2027-2031",
        period=years(2027, 2031),
    )
    annex.section("III", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH")
    paying = "Phấn đấu 75% giao dịch thanh toán trực tuyến đối với hồ sơ có nghĩa vụ tài chính."
    annex.target(
        "III.1.4",
        paying,
        metric="giao dịch thanh toán trực tuyến",
        value="75",
        lead=("Phòng Hành chính tư pháp",),
        coordinating=("Văn phòng Sở",),
        table=1,
    )
    annex.task(
        "III.2.6",
        "Đẩy mạnh giao dịch thanh toán trực tuyến tại bộ phận tiếp nhận",
        lead=("Phòng Hành chính tư pháp",),
        coordinating=("Văn phòng Sở",),
        products=("Văn bản hướng dẫn",),
        due=deadline("Hằng năm", "recurring"),
        objective="III.1.4",
        activities=(Activity(key="3.9", text="Niêm yết mã QR thu phí"),),
    )
    annex.target(
        "III.1.5",
        "Nâng cao chất lượng cung cấp dịch vụ công trực tuyến toàn trình",
        lead=("Văn phòng Sở",),
        table=1,
    )
    annex.section("IV", "CẢI CÁCH TỔ CHỨC BỘ MÁY")
    annex.task(
        "IV.2.1",
        "Xây dựng Đề án sắp xếp các đơn vị sự nghiệp",
        lead=("Văn phòng Sở",),
        coordinating=("Trung tâm Trợ giúp pháp lý nhà nước",),
        products=("Đề án trình Ủy ban nhân dân tỉnh",),
        due=deadline("Trước 31/10/2027", "before", None, "2027-10-30"),
    )
    return annex.build()


def long_plan() -> Reading:
    """Ten-year plan of Phú Thọ: two horizons, no units."""
    plan = ReadingBuilder(
        "long",
        DocumentKind.PLAN,
        title="Kế hoạch cải cách hành chính giai đoạn 2022-2031",
        province="Phú Thọ",
        number="402/KH-STP",
        date="2022-03-04",
        period=years(2022, 2031),
    )
    plan.passage("Số: 402/KH-STP Phú Thọ, ngày 04 tháng 3 năm 2022")
    plan.section("2.2", "Cải cách thủ tục hành chính")
    near = "Tối thiểu 60% giao dịch thanh toán trực tuyến trên Cổng Dịch vụ công."
    far = "Tối thiểu 85% giao dịch thanh toán trực tuyến trên Cổng Dịch vụ công."
    plan.passage(near).passage(far)
    plan.target(
        "2.2", near, metric="giao dịch thanh toán trực tuyến", value="60", horizon=years(2022, 2026)
    )
    plan.target(
        "2.2", far, metric="giao dịch thanh toán trực tuyến", value="85", horizon=years(2022, 2031)
    )
    plan.target(
        "2.2",
        "Mức độ hài lòng của người dân đạt tối thiểu 88%.",
        metric="mức độ hài lòng của người dân",
        value="88",
        horizon=years(2022, 2026),
    )
    plan.target(
        "2.2",
        "Mức độ hài lòng của người dân đạt tối thiểu 95%.",
        metric="mức độ hài lòng của người dân",
        value="95",
        horizon=years(2022, 2031),
    )
    plan.section("III", "Giải pháp thực hiện")
    plan.passage("- Tăng cường sự lãnh đạo của cấp ủy đối với công tác cải cách hành chính.")
    plan.passage("- Bố trí đủ nguồn lực tài chính cho chuyển đổi số ngành Tư pháp.")
    return plan.build()


def report() -> Reading:
    """Annual report 2024 of Lâm Đồng with statistics; prose and annex disagree once."""
    text = ReadingBuilder(
        "report24",
        DocumentKind.REPORT,
        title="Báo cáo kết quả công tác cải cách hành chính năm 2024",
        province="Lâm Đồng",
        number="211/BC-STP",
        date="2024-12-10",
        period=years(2024),
    )
    text.passage("Số: 211/BC-STP Lâm Đồng, ngày 10 tháng 12 năm 2024")
    text.section("I", "KẾT QUẢ THỰC HIỆN")
    text.passage(
        "Trong năm, Sở đã tham mưu bãi bỏ 64 thủ tục hành chính không còn phù hợp. Công tác lưu "
        "trữ được duy trì."
    )
    text.section("II", "TỒN TẠI, HẠN CHẾ")
    text.passage(
        "Tỷ lệ nộp hồ sơ trực tuyến chưa cao. Nguyên nhân là do người dân vùng sâu chưa quen sử "
        "dụng dịch vụ công và đường truyền chưa ổn định."
    )
    text.section("III", "PHƯƠNG HƯỚNG NĂM 2025")
    text.passage("1. Tiếp tục rà soát, cắt giảm thời gian giải quyết hồ sơ công chứng.")
    text.passage("2. Hoàn thành việc kết nối cơ sở dữ liệu hộ tịch.")
    text.section("1", "Thủ tục hành chính")
    text.indicator("III.1", "Số thủ tục hành chính bãi bỏ, thay thế", value="58", unit="TTHC")
    text.indicator("III.2", "Số thủ tục hành chính công bố mới", value="12", unit="TTHC")
    text.indicator(
        "III.7",
        "Tỷ lệ hồ sơ giải quyết đúng hạn",
        value="98.4",
        value_text="98,4 %",
        unit="%",
        parent="Kết quả giải quyết hồ sơ",
    )
    text.indicator(
        "III.7", "Số hồ sơ quá hạn", value=None, unit="Hồ sơ", parent="Kết quả giải quyết hồ sơ"
    )
    text.indicator(
        "III.8",
        "Số thủ tục hành chính đã triển khai thanh toán trực tuyến",
        value="37",
        unit="TTHC",
    )
    text.section("2", "Chỉ đạo điều hành")
    text.indicator("I.1", "Số nhiệm vụ đề ra trong kế hoạch", value="31", unit="Nhiệm vụ")
    text.indicator("I.2", "Số nhiệm vụ đã hoàn thành", value="29", unit="Nhiệm vụ")
    text.indicator(
        "I.5",
        "Có sáng kiến cải cách hành chính",
        value="1",
        unit="Không = 0 Có = 1",
        meaning="Có",
        note="Quyết định số 55/QĐ-STP công nhận sáng kiến",
    )
    text.indicator("VI.2", "Số công chức được cấp chứng thư số", value="14", unit="Người")
    text.indicator("VI.3", "Tỷ lệ viên chức có trình độ sau đại học", value=None, unit="%")
    text.ref(
        "192/KH-UBND", "Kế hoạch", "thực hiện cải cách hành chính năm 2024", issuer="UBND tỉnh"
    )
    return text.build()


def all_readings() -> tuple[Reading, ...]:
    """The whole shelf."""
    return yearly_plan(), framework(), long_plan(), report()
