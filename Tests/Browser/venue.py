"""A box with one class, as the tests of the pages find it."""

import os
import time
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Page, Playwright

from box import Box

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")

ROSTER = """STT,Họ và tên,Năm sinh,Giới tính,Đơn vị,Xã/phường
1,Lê Thị Hoa,1971,Nữ,Tổ liên kết sản xuất bánh gai Suối Mẫu,Xã Tiến Xuân
2,Nguyễn Thị Đào,1964,Nữ,HTX dược liệu Bãi Mẫu,Xã Yên Bình
3,Nguyễn Văn Đạo,1980,Nam,Tổ liên kết sản xuất mật ong Suối Ví,Xã Ba Vì
4,Bùi Thị Lan,1959,Nữ,Tổ liên kết chăn nuôi gà đồi Trại Ví,Xã Tiến Xuân
5,Bùi Thị Lan,1988,Nữ,THT chè Gò Mẫu,Xã Vân Hòa
6,Quách Công Sơn,1975,Nam,HTX nông nghiệp Gò Dụ,Xã Đông Xuân
"""


@dataclass
class Venue:
    """A running box with one class of six people, its session open."""

    box: Box
    pin: str
    kiosk_port: int
    event: str
    session: str
    codes: dict[str, str] = field(default_factory=dict)

    def address(self, path: str) -> str:
        """A page as phones and laptops reach it."""
        return f"http://127.0.0.1:{self.box.port}{path}"

    def kiosk_address(self, path: str) -> str:
        """A page as the kiosk's own screen reaches it."""
        return f"http://localhost:{self.kiosk_port}{path}"

    def counts(self) -> dict:
        return self.box.expect(200, "GET", f"/sessions/{self.session}/attendance")["counts"]


def day_of(hours: float) -> str:
    """RFC 3339 of a moment some hours from now, in Vietnam."""
    return time.strftime("%Y-%m-%dT%H:%M:%S+07:00", time.gmtime(time.time() + (7 + hours) * 3600))


def add_event(box: Box, name: str, sessions: int = 1) -> dict:
    """An event whose sessions have not begun: whoever comes now is on time."""
    titles = ["Sáng", "Chiều", "Tối"]
    return box.expect(201, "POST", "/events", {
        "name": name, "kind": "class", "venue": "Hội trường xã Tiến Xuân",
        "sessions": [
            {"title": titles[i], "starts_at": day_of(1 + 5 * i), "ends_at": day_of(4 + 5 * i)} for i in range(sessions)
        ]})


def sign_in(page: Page, venue: Venue, place: str, ready: str) -> None:
    """Opens a staff page and passes the PIN step as the organiser."""
    page.goto(venue.address(place))
    page.fill("#login-pin", venue.pin)
    page.press("#login-pin", "Enter")
    page.wait_for_selector(ready)


def launch(playwright: Playwright, *options: str) -> Browser:
    """Debian's Chromium with more options."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", *options])
