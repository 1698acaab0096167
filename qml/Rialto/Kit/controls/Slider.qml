// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit

// A value on a line, dragged or stepped by the arrow keys. `label` names it to a screen reader, `valueText` says the value as words.
T.Slider {
    id: control

    property string label: ""
    property string valueText: ""

    objectName: "slider"
    implicitWidth: Theme.px(140)
    implicitHeight: Theme.controlHeight
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Slider
    Accessible.name: label
    Accessible.description: valueText

    background: Rectangle {
        x: 0
        y: Math.round((control.height - height) / 2)
        width: control.width
        height: Theme.px(4)
        radius: height / 2
        color: Theme.lineStrong
        opacity: control.enabled ? 1 : 0.5

        Rectangle {
            width: Math.round(parent.width * control.visualPosition)
            height: parent.height
            radius: parent.radius
            color: Theme.accentFill
        }
    }
    handle: Rectangle {
        x: Math.round(control.visualPosition * (control.width - width))
        y: Math.round((control.height - height) / 2)
        width: Theme.px(14)
        height: width
        radius: width / 2
        color: control.enabled ? Theme.text : Theme.textFaint
        border.width: 1
        border.color: Theme.line

        FocusRing {
            radius: parent.radius + 2
            visible: control.visualFocus
        }
    }
}
