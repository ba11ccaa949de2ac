"""The finished report as a .docx in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I."""
