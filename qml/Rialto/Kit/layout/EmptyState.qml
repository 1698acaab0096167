// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// What an area says when there is nothing to show: a drawing, a sentence, what to do, and perhaps a button.
Item {
    id: state

    property string symbol: ""
    property string text: ""
    property string detail: ""
    property string actionText: ""

    signal action()

    objectName: "emptyState"
    implicitWidth: Theme.px(240)
    implicitHeight: column.implicitHeight

    Column {
        id: column

        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.space4, Theme.px(320))
        spacing: Theme.space2

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Theme.px(22)
            height: width
            visible: state.symbol !== ""
            name: state.symbol
            color: Theme.textFaint
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            text: state.text
            muted: true
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            visible: text !== ""
            text: state.detail
            font: Theme.smallFont
            color: Theme.textFaint
        }
        Button {
            objectName: "emptyStateAction"
            anchors.horizontalCenter: parent.horizontalCenter
            visible: text !== ""
            text: state.actionText
            onClicked: state.action()
        }
    }
}
