// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit

// A push button. `kind` says what it does; one primary button at most in a panel. `hint` is its tool tip, `icon.name` a
// drawing of Icon. Return, Enter and Space press it.
T.Button {
    id: control

    enum Kind { Plain, Primary, Buy, Sell, Danger, Quiet }

    property int kind: Button.Plain
    property string hint: ""
    readonly property bool solid: kind === Button.Primary || kind === Button.Buy || kind === Button.Sell || kind === Button.Danger
    readonly property color fill: kind === Button.Primary ? Theme.accentFill : kind === Button.Buy ? Theme.buyFill
                                : kind === Button.Sell ? Theme.sellFill : Theme.dangerFill
    readonly property color fillHover: kind === Button.Primary ? Theme.accentFillHover : kind === Button.Buy ? Theme.buyFillHover
                                     : kind === Button.Sell ? Theme.sellFillHover : Theme.dangerFillHover
    readonly property color ink: !enabled ? Theme.textFaint : solid ? Theme.onFill : Theme.text

    objectName: "button"
    implicitHeight: Theme.controlHeight
    implicitWidth: Math.max(text === "" ? implicitHeight : Theme.px(56), contentItem.implicitWidth + leftPadding + rightPadding)
    leftPadding: text === "" ? Theme.px(5) : Theme.space3
    rightPadding: leftPadding
    font: solid ? Theme.strongFont : Theme.bodyFont
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text !== "" ? text : hint
    Accessible.description: hint
    Keys.onReturnPressed: control.clicked()
    Keys.onEnterPressed: control.clicked()

    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        Row {
            id: row

            anchors.centerIn: parent
            spacing: Theme.px(6)

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.iconSize
                height: Theme.iconSize
                visible: control.icon.name !== ""
                name: control.icon.name
                color: control.solid || !control.enabled ? control.ink : Theme.textMuted
            }
            Text {
                anchors.verticalCenter: parent.verticalCenter
                visible: text !== ""
                text: control.text
                font: control.font
                color: control.ink
                textFormat: Text.PlainText
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: !control.enabled ? (control.kind === Button.Quiet ? "transparent" : Theme.hover)
             : control.solid ? (control.hovered || control.down ? control.fillHover : control.fill)
             : control.down || control.checked ? Theme.selected
             : control.hovered ? Theme.hover : control.kind === Button.Quiet ? "transparent" : Theme.raised
        border.width: control.solid || control.kind === Button.Quiet ? 0 : 1
        border.color: control.hovered ? Theme.lineStrong : Theme.dark ? Theme.line : Theme.lineStrong

        FocusRing { visible: control.visualFocus }
    }

    Loader {
        active: control.hint !== "" && control.hovered
        sourceComponent: ToolTip {
            parent: control
            text: control.hint
            visible: true
        }
    }
}
