"""Reports as files, opened with other people's programs, and the views for the province's own tools."""

import csv
import io
import json
import subprocess

import openpyxl
import pytest

from province import PROGRAM
from test_quang_ninh import EXPECTED, PRESENT


def report(province, tmp_path, form: str, *options: str):
    path = tmp_path / f"report.{form}"
    province.command("report", "--format", form, "--out", str(path), *options)
    return path


def test_workbook_has_the_figures(quang_ninh, tmp_path):
    book = openpyxl.load_workbook(report(quang_ninh, tmp_path, "xlsx"))
    totals = {row[0].value: row[1].value for row in book["Tổng số"].iter_rows(min_row=5)}
    assert totals["Người tham dự"] == PRESENT["persons"]
    assert totals["Người đăng ký"] == EXPECTED["overall"]["unique_persons"]
    assert totals["Lượt theo buổi"] == EXPECTED["attendance_overall"]["person_sessions"]
    communes = {row[0].value: row[2].value for row in book["Theo xã hiện nay"].iter_rows(min_row=5)}
    assert communes == PRESENT["commune_now"]


def test_csv_and_json_say_the_same(quang_ninh, tmp_path):
    lines = list(csv.reader(io.StringIO(report(quang_ninh, tmp_path, "csv").read_text("utf-8-sig"))))
    sexes = {line[2]: int(line[3]) for line in lines if line[0] == "Theo giới tính"}
    assert sexes == PRESENT["sex"]
    summary = json.loads(report(quang_ninh, tmp_path, "json").read_text())
    assert summary == quang_ninh.get("/summary")


def test_report_chooses_programme_and_days(quang_ninh, tmp_path):
    programme = quang_ninh.get("/summary")["programme"][0]["key"]
    path = report(
        quang_ninh, tmp_path, "json", "--programme", programme, "--from", "2024-04-01", "--to", "2024-04-30")
    assert json.loads(path.read_text())["total"]["events"] == 1


def test_views_are_all_that_the_reading_role_sees(quang_ninh):
    def ask(sql: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            ["psql", quang_ninh.url, "-XAtqc", f"SET ROLE diemdanh_report; {sql}"], capture_output=True, text=True)

    assert ask("SELECT count(DISTINCT person) FROM report.attendance WHERE status IN ('present', 'late')"
               ).stdout.strip() == str(PRESENT["persons"])
    for refused in ["SELECT name FROM province.enrolment", "DELETE FROM province.bundle"]:
        assert "permission denied" in ask(refused).stderr
    uncommented = ask(
        "SELECT count(*) FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = 'report' "
        "AND obj_description(pg_class.oid) IS NULL").stdout.strip()
    assert uncommented == "0"
    assert ask(
        "SELECT attrelid::regclass || '.' || attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid "
        "JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = 'report' AND attnum > 0 "
        "AND col_description(attrelid, attnum) IS NULL").stdout == ""


def test_a_programme_that_nothing_has_is_said(quang_ninh, tmp_path):
    done = subprocess.run(
        [PROGRAM, "report", "--programme", "Dự án 88", "--format", "json", "--out", str(tmp_path / "r.json"),
         "--database", quang_ninh.url, "--data", str(quang_ninh.folder)], capture_output=True, text=True)
    assert done.returncode == 0
    assert done.stderr == "diemdanh-province: no event has the programme “Dự án 88”\n"


def test_serve_without_keys_says_what_to_run(quang_ninh, tmp_path):
    done = subprocess.run(
        [PROGRAM, "serve", "--database", quang_ninh.url, "--data", str(tmp_path / "none")], capture_output=True, text=True)
    assert done.returncode == 1
    assert "diemdanh-province init" in done.stderr


@pytest.mark.parametrize("query", ["from=yesterday", "to=2024-02-30"])
def test_a_day_that_is_none_is_refused(quang_ninh, query):
    status, _, _ = quang_ninh.request(
        "GET", f"/api/v1/summary?{query}", Authorization=f"Bearer {quang_ninh.token}")
    assert status == 400
