"""Invented Vietnamese people, the same for the same number."""

import random

FAMILIES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh"]
MIDDLES = ["Thị", "Văn", "Đức", "Ngọc", "Minh", "Thanh", "Thị Thu", "Hữu", "Xuân", "Quang", "Thị Kim", "Bá", "Công"]
GIVEN = ["An", "Anh", "Ánh", "Bình", "Chi", "Cường", "Dung", "Đào", "Đạt", "Giang", "Hà", "Hải", "Hằng", "Hạnh", "Hiền", "Hoa",
         "Hòa", "Hùng", "Hương", "Khánh", "Lan", "Liên", "Linh", "Loan", "Long", "Mai", "Nam", "Nga", "Ngân", "Nhung", "Phúc",
         "Phương", "Quân", "Quỳnh", "Sơn", "Tâm", "Thảo", "Thủy", "Trang", "Tuấn", "Tùng", "Uyên", "Vân", "Việt", "Yến"]
COMMUNES = ["Xã Tiến Xuân", "Xã Yên Bình", "Xã Yên Trung", "Xã Đông Xuân", "Xã Ba Vì", "Xã Vân Hòa"]
HEADER = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Xã/phường"]


def people(first: int, count: int) -> list[list[str]]:
    """Rows below HEADER for the people number first, first + 1, …; no two of 100,000 are the same person."""
    rows = []
    for number in range(first, first + count):
        chance = random.Random(number)
        name = f"{chance.choice(FAMILIES)} {chance.choice(MIDDLES)} {chance.choice(GIVEN)}"
        # The number is in the birth date and the commune, so that equal names stay different people.
        days, commune = number % 18_000, number // 18_000 % len(COMMUNES)
        born = f"{days % 28 + 1:02}/{days // 28 % 12 + 1:02}/{1950 + days // 336}"
        rows.append([str(number + 1), name, born, chance.choice(["Nam", "Nữ"]), COMMUNES[commune]])
    return rows


def roster(first: int, count: int) -> str:
    """A roster of such people as CSV."""
    return "\n".join(",".join(row) for row in [HEADER, *people(first, count)]) + "\n"
