// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit

// One of a list. Up and Down choose, Alt+Down or Space opens, typing jumps; `activated(index)` only for the user's choices.
T.ComboBox {
    id: control

    property string label: ""
    property bool quiet: false

    objectName: "comboBox"
    implicitWidth: Theme.px(140)
    implicitHeight: Theme.controlHeight
    leftPadding: Theme.space2
    rightPadding: Theme.px(22)
    font: Theme.bodyFont
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.ComboBox
    Accessible.name: label

    contentItem: Text {
        text: control.displayText
        font: control.font
        color: control.enabled ? Theme.text : Theme.textFaint
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
        textFormat: Text.PlainText
    }
    indicator: Icon {
        x: control.width - width - Theme.px(6)
        y: Math.round((control.height - height) / 2)
        width: Theme.px(12)
        height: Theme.px(12)
        name: "chevron-down"
        color: Theme.textMuted
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.quiet ? (control.hovered || control.down ? Theme.hover : "transparent") : control.enabled ? Theme.field : Theme.hover
        border.width: control.quiet && !control.visualFocus ? 0 : 1
        border.color: control.visualFocus || control.down ? Theme.accent : control.hovered ? Theme.lineStrong : Theme.dark ? Theme.line : Theme.lineStrong
    }
    delegate: T.ItemDelegate {
        id: choice

        required property int index
        required property var model
        required property var modelData

        width: ListView.view ? ListView.view.width : implicitWidth
        implicitWidth: words.implicitWidth + 2 * Theme.space2
        implicitHeight: Theme.px(26)
        highlighted: control.highlightedIndex === index
        hoverEnabled: control.hoverEnabled
        text: control.textRole ? (Array.isArray(control.model) ? modelData[control.textRole] : model[control.textRole]) : modelData
        Accessible.name: text

        contentItem: Text {
            id: words

            leftPadding: Theme.space2
            rightPadding: Theme.space2
            text: choice.text
            font: choice.index === control.currentIndex ? Theme.strongFont : Theme.bodyFont
            color: Theme.text
            verticalAlignment: Text.AlignVCenter
            elide: Text.ElideRight
            textFormat: Text.PlainText
        }
        background: Rectangle {
            radius: Theme.radius
            color: choice.highlighted ? Theme.selected : "transparent"
        }
    }
    popup: T.Popup {
        y: control.height + 2
        width: Math.max(control.width, Theme.px(80))
        implicitHeight: Math.min(contentItem.implicitHeight + 2 * padding, Theme.px(320))
        padding: Theme.space1
        margins: Theme.space1

        contentItem: ListView {
            clip: true
            implicitHeight: contentHeight
            model: control.delegateModel
            currentIndex: control.highlightedIndex
            highlightMoveDuration: 0
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {}
        }
        background: Rectangle {
            color: Theme.raised
            border.color: Theme.lineStrong
            radius: Theme.radius
        }
    }
}
