// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Simulator

// The book of the instrument, and own orders in it with their place in the queue.
Panel {
    id: panel

    required property SimulatorModel model
    readonly property real quarter: Math.floor((width - 2 * Theme.space3) / 4)

    title: qsTr("Book")

    Column {
        id: ladder

        x: Theme.space3
        width: parent.width - 2 * Theme.space3

        Row {
            Repeater {
                model: [qsTr("Size"), qsTr("Bid"), qsTr("Ask"), qsTr("Size")]

                Label {
                    required property int index
                    required property string modelData

                    width: panel.quarter
                    height: Theme.rowHeight
                    text: modelData
                    font: Theme.smallFont
                    muted: true
                    horizontalAlignment: index % 2 === 0 ? Text.AlignLeft : Text.AlignRight
                    leftPadding: index === 2 ? Theme.space3 : 0
                }
            }
        }
        Repeater {
            model: panel.model.ladder

            Row {
                id: level

                required property var modelData

                Figure { width: panel.quarter; height: Theme.rowHeight; text: level.modelData.bidSize; horizontalAlignment: Text.AlignLeft; font: level.modelData.bidOwn ? Theme.strongFont : Theme.figureFont }
                Figure { width: panel.quarter; height: Theme.rowHeight; text: (level.modelData.bidOwn ? "▸ " : "") + level.modelData.bidPrice; tone: Theme.Up }
                Figure { width: panel.quarter; height: Theme.rowHeight; leftPadding: Theme.space3; text: level.modelData.askPrice + (level.modelData.askOwn ? " ◂" : ""); tone: Theme.Down; horizontalAlignment: Text.AlignLeft }
                Figure { width: panel.quarter; height: Theme.rowHeight; text: level.modelData.askSize; font: level.modelData.askOwn ? Theme.strongFont : Theme.figureFont }
            }
        }
    }
    Grid {
        id: buttons

        anchors.top: ladder.bottom
        anchors.topMargin: Theme.space3
        x: Theme.space3
        columns: 2
        spacing: Theme.space2

        Button { objectName: "labBid"; width: panel.quarter * 2 - Theme.space1; kind: Button.Buy; text: qsTr("Join the bid"); hint: qsTr("A limit order to buy a hundred lots at the best bid"); onClicked: panel.model.place(true, false) }
        Button { objectName: "labAsk"; width: panel.quarter * 2 - Theme.space1; kind: Button.Sell; text: qsTr("Join the ask"); hint: qsTr("A limit order to sell a hundred lots at the best ask"); onClicked: panel.model.place(false, false) }
        Button { objectName: "labBuy"; width: panel.quarter * 2 - Theme.space1; text: qsTr("Buy at market"); onClicked: panel.model.place(true, true) }
        Button { objectName: "labSell"; width: panel.quarter * 2 - Theme.space1; text: qsTr("Sell at market"); onClicked: panel.model.place(false, true) }
    }
    ScrollArea {
        anchors.top: buttons.bottom
        anchors.topMargin: Theme.space2
        anchors.bottom: parent.bottom
        width: parent.width
        visible: panel.model.orders.length > 0
        spacing: Theme.space2

        Repeater {
            model: panel.model.orders

            Item {
                id: order

                required property var modelData

                width: parent ? parent.width : 0
                height: words.height + place.height

                Label {
                    id: words

                    width: parent.width - Theme.controlHeight
                    height: Theme.rowHeight
                    text: order.modelData.text
                    color: order.modelData.tone === Theme.Buy ? Theme.buy : Theme.sell
                    elide: Text.ElideRight
                }
                Text {
                    id: place

                    y: words.height
                    width: parent.width
                    text: order.modelData.queue
                    font: Theme.smallFont
                    color: Theme.textMuted
                    wrapMode: Text.Wrap
                    textFormat: Text.PlainText
                }
                IconButton {
                    anchors.right: parent.right
                    visible: order.modelData.open
                    symbol: "close"
                    hint: qsTr("Cancel")
                    onClicked: panel.model.cancel(order.modelData.id)
                }
            }
        }
    }
    EmptyState {
        anchors.top: buttons.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        visible: panel.model.orders.length === 0
        symbol: "depth"
        text: qsTr("No orders of your own")
        detail: qsTr("Join a price and see your place in its queue.")
    }
}
