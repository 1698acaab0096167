// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// A figure as text. It never calculates: Up, Down and the wheel (only with the field focused) ask the model with
// `stepped(steps)`, ten at a time with Shift, and the model answers with a new `value`.
TextField {
    id: control

    property string unit: ""
    property bool stepper: true

    signal stepped(int steps)

    objectName: "numberField"
    implicitWidth: Theme.px(120)
    horizontalAlignment: TextInput.AlignRight
    font: Theme.figureFont
    inputMethodHints: Qt.ImhFormattedNumbersOnly
    validator: RegularExpressionValidator { regularExpression: /[-+]?[0-9 ,'.]*/ }
    Accessible.role: Accessible.SpinBox

    Keys.onUpPressed: (event) => control.stepped(event.modifiers & Qt.ShiftModifier ? 10 : 1)
    Keys.onDownPressed: (event) => control.stepped(event.modifiers & Qt.ShiftModifier ? -10 : -1)
    Keys.onPressed: (event) => {
        if (event.key === Qt.Key_PageUp || event.key === Qt.Key_PageDown) {
            control.stepped(event.key === Qt.Key_PageUp ? 10 : -10)
            event.accepted = true
        }
    }

    WheelHandler {
        enabled: control.activeFocus
        property real turned: 0
        onWheel: (event) => {
            turned += event.angleDelta.y
            const notches = turned > 0 ? Math.floor(turned / 120) : Math.ceil(turned / 120)
            if (notches !== 0) {
                turned -= notches * 120
                control.stepped(event.modifiers & Qt.ShiftModifier ? notches * 10 : notches)
            }
        }
    }

    trailing: Row {
        spacing: Theme.space1
        visible: unitText.visible || control.stepper

        Text {
            id: unitText

            anchors.verticalCenter: parent.verticalCenter
            visible: text !== ""
            text: control.unit
            font: Theme.smallFont
            color: Theme.textMuted
            textFormat: Text.PlainText
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter
            visible: control.stepper

            Repeater {
                model: 2

                Item {
                    id: half

                    required property int index

                    width: Theme.px(14)
                    height: Math.floor((control.height - 4) / 2)

                    Icon {
                        anchors.centerIn: parent
                        width: Theme.px(10)
                        height: Theme.px(10)
                        name: half.index === 0 ? "chevron-up" : "chevron-down"
                        color: press.containsMouse ? Theme.text : Theme.textFaint
                    }
                    MouseArea {
                        id: press

                        anchors.fill: parent
                        hoverEnabled: true
                        onClicked: (mouse) => {
                            control.forceActiveFocus(Qt.MouseFocusReason)
                            const size = mouse.modifiers & Qt.ShiftModifier ? 10 : 1
                            control.stepped(half.index === 0 ? size : -size)
                        }
                    }
                }
            }
        }
    }
}
