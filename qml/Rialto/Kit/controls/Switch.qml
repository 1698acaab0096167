// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit

T.Switch {
    id: control

    objectName: "switch"
    implicitHeight: Theme.controlHeight
    implicitWidth: track.width + (text === "" ? 0 : words.implicitWidth + Theme.space2)
    focusPolicy: Qt.StrongFocus
    font: Theme.bodyFont
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Keys.onReturnPressed: { control.toggle(); control.toggled() }

    indicator: Rectangle {
        id: track

        y: Math.round((control.height - height) / 2)
        width: Theme.px(28)
        height: Theme.px(16)
        radius: height / 2
        color: control.checked ? Theme.accentFill : Theme.lineStrong
        opacity: control.enabled ? 1 : 0.5

        Rectangle {
            x: control.checked ? parent.width - width - 2 : 2
            y: 2
            width: parent.height - 4
            height: width
            radius: width / 2
            color: Theme.onFill
            Behavior on x { NumberAnimation { duration: Theme.fast } }
        }
        FocusRing {
            radius: track.radius + 2
            visible: control.visualFocus
        }
    }
    contentItem: Text {
        id: words

        leftPadding: track.width + Theme.space2
        text: control.text
        font: control.font
        color: control.enabled ? Theme.text : Theme.textFaint
        verticalAlignment: Text.AlignVCenter
        textFormat: Text.PlainText
    }
}
