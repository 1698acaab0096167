// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Advice

// What is held beside the model, and the trades that lead there, each with its reason.
FocusScope {
    id: page

    required property AdviceModel model

    Label {
        id: head

        x: Theme.space3
        y: Theme.space2
        width: parent.width - 2 * x
        text: page.model.summary
        wrapMode: Text.Wrap
        elide: Text.ElideNone
    }
    PlainTable {
        id: weights

        objectName: "adviceWeights"
        anchors.top: head.bottom
        anchors.topMargin: Theme.space2
        width: parent.width
        height: Math.min(parent.height * 0.58, (page.model.weights.length + 1) * Theme.rowHeight + Theme.space3)
        focus: true
        label: qsTr("Weights")
        header: page.model.weightHeader
        widths: [0, 116, 76, 76, 84, 76, 116]
        rows: page.model.weights
        emptyText: page.model.busy ? qsTr("Computing…") : qsTr("No proposal")
        emptyDetail: page.model.failure
    }
    Separator { id: line; anchors.top: weights.bottom; width: parent.width; visible: page.model.trades.length > 0 }
    ScrollArea {
        anchors.top: line.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        visible: page.model.trades.length > 0
        spacing: Theme.space2

        SectionLabel { text: qsTr("Trades and why") }
        Repeater {
            model: page.model.trades

            Row {
                id: trade

                required property var modelData

                width: parent ? parent.width : 0
                spacing: Theme.space2

                Rectangle {
                    width: 3
                    height: words.height
                    color: trade.modelData.buys ? Theme.buy : Theme.sell
                }
                Label {
                    id: words

                    width: parent.width - 3 - Theme.space2
                    text: trade.modelData.text
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                }
            }
        }
    }
}
