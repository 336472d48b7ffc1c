#!/usr/bin/env python3
"""check_includes.py must see each kind of crossing, and nothing where there is none."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

SCRIPT = pathlib.Path(__file__).with_name("check_includes.py")
TABLE = """<!-- layering -->
| room | may enter |
|---|---|
| core/base | |
| core/store | core/base |
| core/workflow | core/store, core/base |
| scanner | core/base, core/workflow/scan_source.h |
| app | core, scanner |
<!-- /layering -->
"""


def faults_of(name, text):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for path, content in (("docs/architecture.md", TABLE), (name, text)):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(content, encoding="utf-8")
        done = subprocess.run([sys.executable, SCRIPT, root], capture_output=True, text=True)
        if (done.returncode == 0) != (not done.stdout.strip()):
            raise AssertionError("exit code and output disagree: " + done.stdout + done.stderr)
        return done.stdout.strip()


class Includes(unittest.TestCase):
    def test_allowed(self):
        for name, text in (
            ("core/store/store.h", '#include "core/store/row.h"\n#include "core/base/error.h"'),
            ("core/store/store.h", "#include <QString>\n#include <QtGlobal>\n#include <vector>"),
            ("scanner/client/client.cpp", '#include "core/workflow/scan_source.h"'),
            ("app/gui/window.cpp", '#include <QWidget>\n#include "core/store/store.h"'),
            ("app/CMakeLists.txt", "target_link_libraries(x PRIVATE Qt6::Widgets)"),
        ):
            self.assertEqual(faults_of(name, text), "")

    def test_refused(self):
        for name, text, fault in (
            ("core/base/error.h", '#include "core/store/store.h"', "core/base may not enter it"),
            ("core/store/a.cpp", '\n  #  include "app/cli/x.h"', "a.cpp:2: app/cli/x.h: core/store"),
            ("scanner/a.cpp", '#include "core/workflow/steps.h"', "scanner may not enter it"),
            ("scanner/a.cpp", '#include "core/store/store.h"', "scanner may not enter it"),
            ("core/store/a.cpp", '#include "row.h"', "not a path from the root"),
            ("app/gui/a.cpp", "#include <QtWidgets>", "umbrella"),
            ("core/store/a.cpp", "#include <QtCore>", "umbrella"),
            ("core/store/a.cpp", "#include <QtGui/QImage>", "belong to app"),
            ("core/store/CMakeLists.txt", "PUBLIC Qt6::Core Qt6::Gui", "belong to app"),
            ("core/cellar/a.cpp", "", "lies in no room"),
        ):
            self.assertIn(fault, faults_of(name, text))


if __name__ == "__main__":
    unittest.main()
