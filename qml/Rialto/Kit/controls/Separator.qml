// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// A hairline, horizontal unless `vertical`.
Rectangle {
    property bool vertical: false

    implicitWidth: vertical ? 1 : 40
    implicitHeight: vertical ? 16 : 1
    color: Theme.line
}
