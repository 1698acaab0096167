// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit

// A side and the price it would meet.
Button {
    id: control

    property string words: ""
    property string figure: ""

    implicitHeight: Theme.px(38)
    implicitWidth: Theme.px(92)
    Accessible.name: Theme.spoken ? words + " " + figure : words

    contentItem: Item {
        Column {
            anchors.centerIn: parent
            spacing: 0

            Text {
                anchors.horizontalCenter: parent.horizontalCenter
                text: control.words
                font: Theme.smallFont
                color: Theme.onFill
                opacity: 0.9
                textFormat: Text.PlainText
            }
            Text {
                anchors.horizontalCenter: parent.horizontalCenter
                text: control.figure
                font: Theme.strongFont
                color: Theme.onFill
                textFormat: Text.PlainText
            }
        }
    }
}
