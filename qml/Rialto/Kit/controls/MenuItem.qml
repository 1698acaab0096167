// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit

// A line of a Menu; `shortcutText` is shown at the right, `danger` colours what destroys.
T.MenuItem {
    id: control

    property string shortcutText: ""
    property bool danger: false

    implicitWidth: Theme.px(26) + words.implicitWidth + (shortcutText === "" ? 0 : keys.implicitWidth + Theme.space6) + Theme.space3
    implicitHeight: visible ? Theme.px(26) : 0
    font: Theme.bodyFont
    Accessible.role: Accessible.MenuItem
    Accessible.name: text

    contentItem: Item {
        Text {
            id: words

            x: Theme.px(26)
            height: parent.height
            text: control.text
            font: control.font
            color: !control.enabled ? Theme.textFaint : control.danger ? Theme.danger : Theme.text
            verticalAlignment: Text.AlignVCenter
            textFormat: Text.PlainText
        }
        Text {
            id: keys

            anchors.right: parent.right
            anchors.rightMargin: Theme.space2
            height: parent.height
            text: control.shortcutText
            font: Theme.smallFont
            color: Theme.textFaint
            verticalAlignment: Text.AlignVCenter
            textFormat: Text.PlainText
        }
        Icon {
            x: Theme.px(6)
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.iconSize
            height: Theme.iconSize
            name: control.checkable ? "check" : control.icon.name
            visible: control.checkable ? control.checked : control.icon.name !== ""
            color: control.danger ? Theme.danger : control.checkable ? Theme.accent : Theme.textMuted
        }
    }
    arrow: Icon {
        x: control.width - width - Theme.space1
        y: Math.round((control.height - height) / 2)
        width: Theme.px(10)
        height: Theme.px(10)
        visible: control.subMenu !== null
        name: "chevron-right"
        color: Theme.textMuted
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.highlighted && control.enabled ? Theme.selected : "transparent"
    }
}
