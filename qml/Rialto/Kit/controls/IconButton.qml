// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// A small button that is only a drawing: give it a `hint`, which is also its accessible name.
Button {
    property string symbol: ""

    objectName: "iconButton"
    kind: Button.Quiet
    icon.name: symbol
    implicitWidth: Theme.px(22)
    implicitHeight: Theme.px(22)
    leftPadding: Theme.px(4)
}
