// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit

T.CheckBox {
    id: control

    objectName: "checkBox"
    implicitHeight: Theme.controlHeight
    implicitWidth: box.width + (text === "" ? 0 : words.implicitWidth)
    focusPolicy: Qt.StrongFocus
    font: Theme.bodyFont
    Accessible.role: Accessible.CheckBox
    Accessible.name: text

    indicator: Rectangle {
        id: box

        y: Math.round((control.height - height) / 2)
        width: Theme.px(14)
        height: Theme.px(14)
        radius: Theme.radius - 1
        color: control.checked ? Theme.accentFill : Theme.field
        border.width: control.checked ? 0 : 1
        border.color: control.hovered ? Theme.textFaint : Theme.lineStrong

        Icon {
            anchors.centerIn: parent
            width: Theme.px(11)
            height: Theme.px(11)
            visible: control.checked
            name: "check"
            color: Theme.onFill
        }
        FocusRing { visible: control.visualFocus }
    }
    contentItem: Text {
        id: words

        leftPadding: box.width + Theme.space2
        text: control.text
        font: control.font
        color: control.enabled ? Theme.text : Theme.textFaint
        verticalAlignment: Text.AlignVCenter
        textFormat: Text.PlainText
    }
}
