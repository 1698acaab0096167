// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit

T.ScrollBar {
    id: control

    implicitWidth: orientation === Qt.Vertical ? Theme.px(9) : Theme.px(40)
    implicitHeight: orientation === Qt.Vertical ? Theme.px(40) : Theme.px(9)
    padding: 2
    minimumSize: Math.min(0.5, Theme.px(24) / Math.max(1, orientation === Qt.Vertical ? height : width))
    visible: size < 1.0 && policy !== T.ScrollBar.AlwaysOff

    contentItem: Rectangle {
        implicitWidth: Theme.px(5)
        implicitHeight: Theme.px(5)
        radius: Math.min(width, height) / 2
        color: control.pressed || control.hovered ? Theme.textFaint : Theme.lineStrong
    }
}
