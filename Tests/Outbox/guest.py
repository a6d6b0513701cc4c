"""A small Debian in qemu with this program, a box's data, and a USB port: this machine's own kernel may know no FAT."""

import json
import re
import shutil
import socket
import subprocess
from pathlib import Path

from box import PROGRAM, PROJECT

HERE = Path(__file__).resolve().parent
KERNEL = PROJECT / ".build/guest"
MODULES = ["xhci-pci", "usb-storage", "sd_mod", "vfat", "exfat", "nls_cp437", "nls_ascii", "nls_utf8"]


class Guest:
    """Runs until it is closed; what is in it is in memory only."""

    def __init__(self, folder: Path, files: dict[str, Path]):
        """Boots with these files and folders in it, named as they are there."""
        self.folder, self.sticks = folder, 0
        folder.mkdir()
        subprocess.run([HERE / "guest-kernel.sh", KERNEL], check=True)
        make_memory_disk(folder, files)
        serial, monitor = listener(folder / "serial"), listener(folder / "monitor")
        self.process = subprocess.Popen([
            "qemu-system-x86_64", "-accel", "tcg,thread=multi", "-smp", "2", "-m", "1024", "-nodefaults", "-no-user-config",
            "-display", "none", "-kernel", KERNEL / "vmlinuz", "-initrd", folder / "initrd",
            "-append", "console=ttyS0 loglevel=4 panic=-1", "-no-reboot",
            "-serial", f"file:{folder}/console", "-serial", f"unix:{folder}/serial",
            "-qmp", f"unix:{folder}/monitor", "-device", "qemu-xhci"])
        try:
            self.serial, self.monitor = accepted(serial), accepted(monitor)
            self.ask_monitor("qmp_capabilities")
            assert self.answer() == (0, [])
        except BaseException:
            self.close()
            raise
        (folder / "initrd").unlink()

    def close(self) -> None:
        self.process.kill()
        self.process.wait()

    def console(self) -> str:
        """What the kernel and the first process had to say."""
        return (self.folder / "console").read_text(errors="replace")

    def plug(self, image: Path, is_protected: bool = False) -> None:
        """Puts a stick in; a protected one takes no writing."""
        self.sticks += 1
        name, file = f"stick{self.sticks}", {"driver": "file", "filename": str(image)}
        self.ask_monitor("blockdev-add", **{"driver": "raw", "node-name": name, "read-only": is_protected, "file": file})
        self.ask_monitor("device_add", driver="usb-storage", drive=name, id=name, removable=True)
        self.expect("plugged")

    def pull(self) -> None:
        """Pulls the stick, whatever the guest is doing to it."""
        self.ask_monitor("device_del", until="DEVICE_DELETED", id=f"stick{self.sticks}")

    def forget(self) -> None:
        """After a pull: the image is this machine's again."""
        self.expect("pulled")
        self.ask_monitor("blockdev-del", **{"node-name": f"stick{self.sticks}"})

    def expect(self, command: str) -> None:
        """Runs what must be done without a word."""
        done = self.run(command)
        assert done == (0, []), f"{command}: {done}"

    def run(self, command: str) -> tuple[int, list[str]]:
        """Exit status and lines of a function of `guest-init.sh`, or of any command."""
        self.begin(command)
        return self.answer()

    def begin(self, command: str) -> None:
        self.serial.write(command.encode() + b"\n")

    def line(self) -> str:
        """The next line of what runs, or its exit status in brackets."""
        line = self.serial.readline().decode(errors="replace")
        assert line, f"the guest has ended:\n{self.console()}"
        return line.rstrip("\r\n")

    def answer(self) -> tuple[int, list[str]]:
        """Exit status and the lines that are left of what runs."""
        lines = []
        while not (status := re.fullmatch(r"\[(\d+)]", line := self.line())):
            lines.append(line)
        return int(status[1]), lines

    def ask_monitor(self, command: str, until: str = "", **arguments) -> None:
        """One command of QMP, done when it is answered and the event has come."""
        self.monitor.write(json.dumps({"execute": command, "arguments": arguments}).encode() + b"\n")
        missing = {"return", until} - {""}
        while missing:
            answer = json.loads(self.monitor.readline())
            assert "error" not in answer, answer
            missing -= {"return" if "return" in answer else answer.get("event")}


def listener(path: Path) -> socket.socket:
    """Where qemu will come to: so nobody has to wait until it listens."""
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(path))
    listening.listen()
    listening.settimeout(60)
    return listening


def accepted(listening: socket.socket):
    """The connection as a file without a buffer for writing; silence for two minutes is an error."""
    connection, _ = listening.accept()
    listening.close()
    connection.settimeout(120)
    return connection.makefile("rwb", buffering=0)


def make_memory_disk(folder: Path, files: dict[str, Path]) -> None:
    """The guest's only file system: busybox, this program with its libraries, the kernel's modules, and the files."""
    root = folder / "root"
    for name in ["bin", "dev", "proc", "root", "stick", "sys", "tmp"]:
        (root / name).mkdir(parents=True)
    modules = module_files(next((KERNEL / "lib/modules").iterdir()))
    (root / "modules").write_text("".join(f"{module.name}\n" for module in modules))
    subprocess.run(["strip", "--strip-debug", "-o", folder / "diemdanh", PROGRAM], check=True)
    content = files | {
        "init": HERE / "guest-init.sh", "bin/busybox": Path("/bin/busybox"),
        "usr/bin/diemdanh": folder / "diemdanh",
        "usr/share/diemdanh": PROJECT / "kiosk-config/share", "usr/share/diemdanh/www": PROJECT / "www"}
    content |= {f"lib/modules/{module.name}": module for module in modules}
    content |= {str(library).lstrip("/"): library for library in libraries(Path(PROGRAM))}
    for name, source in content.items():
        copy(source, root / name)
    with (folder / "initrd").open("wb") as file:
        names = subprocess.run(["find", ".", "-print0"], cwd=root, check=True, capture_output=True).stdout
        subprocess.run(["cpio", "--null", "--create", "--format=newc", "--quiet"], cwd=root, input=names, stdout=file, check=True)
    shutil.rmtree(root)


def copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copy(source, target)


def libraries(program: Path) -> list[Path]:
    """What the loader takes for a program, and the loader."""
    found = subprocess.run(["ldd", program], check=True, capture_output=True, text=True).stdout
    return [Path(path) for path in re.findall(r"(/\S+) \(0x", found)]


def module_files(folder: Path) -> list[Path]:
    """The modules with what each needs, in the order in which they can be loaded."""
    needs = {}
    for line in (folder / "modules.dep").read_text().splitlines():
        name, _, before = line.partition(":")
        needs[Path(name).stem] = [folder / module for module in [*reversed(before.split()), name]]
    return list(dict.fromkeys(module for name in MODULES for module in needs[name]))
