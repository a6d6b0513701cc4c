#!/usr/bin/env python3
"""Makes expanding.xlsx: a workbook of 250 kB whose one sheet is 256 MB of spaces."""
import pathlib
import zipfile

TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = {
    "_rels/.rels": f'<Relationships><Relationship Id="r1" Type="{TYPES}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook><sheets><sheet name="S" sheetId="1" r:id="r1" xmlns:r="r"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships><Relationship Id="r1" Type="{TYPES}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": "<worksheet><sheetData>" + " " * (256 << 20) + "</sheetData></worksheet>",
}

with zipfile.ZipFile(pathlib.Path(__file__).with_name("expanding.xlsx"), "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
    for name, content in PARTS.items():
        file.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED, 9)
