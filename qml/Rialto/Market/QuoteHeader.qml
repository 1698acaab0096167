// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Rialto.Theme
import Rialto.Kit
import Rialto.Market

// The current instrument at a glance: what it is, where it stands, and the way to trade it.
Item {
    id: header

    required property MarketModel model
    readonly property QuoteModel quote: model.quote

    implicitHeight: Theme.px(56)
    Accessible.role: Accessible.Heading
    Accessible.name: Theme.spoken ? quote.symbol + " " + quote.name + " " + quote.last + " " + quote.change : ""

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.space3
        anchors.rightMargin: Theme.space3
        spacing: Theme.space4

        Column {
            Layout.alignment: Qt.AlignVCenter
            spacing: Theme.px(2)

            Row {
                spacing: Theme.space2

                Label {
                    objectName: "quoteSymbol"
                    text: header.quote.symbol
                    font: Theme.headingFont
                }
                Badge {
                    anchors.verticalCenter: parent.verticalCenter
                    text: header.quote.kind
                    visible: text !== ""
                }
            }
            Label {
                width: Math.min(implicitWidth, Theme.px(220))
                text: header.quote.name
                muted: true
            }
        }
        Column {
            Layout.alignment: Qt.AlignVCenter
            spacing: Theme.px(2)

            Row {
                spacing: Theme.space2

                Figure {
                    id: lastPrice

                    objectName: "quoteLast"
                    text: header.quote.last
                    large: true
                    tone: header.quote.tone
                }
                Label {
                    anchors.baseline: lastPrice.baseline
                    text: header.quote.currency
                    font: Theme.smallFont
                    muted: true
                }
            }
            Row {
                spacing: Theme.space2

                Figure { text: header.quote.change; tone: header.quote.tone; font: Theme.strongFont }
                Figure { text: header.quote.percent; tone: header.quote.tone; font: Theme.strongFont }
                Label { text: header.quote.time; muted: true; font: Theme.smallFont; height: parent.height }
            }
        }
        Separator {
            vertical: true
            Layout.preferredHeight: Theme.px(32)
        }
        KeyValueGrid {
            id: facts

            Layout.fillWidth: true
            Layout.maximumWidth: Theme.px(480)
            Layout.preferredHeight: implicitHeight
            Layout.alignment: Qt.AlignVCenter
            rowHeight: Theme.px(20)
            gap: Theme.space4
            columns: 3
            entries: header.quote.facts
            visible: header.width > Theme.px(700)
        }
        Item { Layout.fillWidth: true }
        Row {
            Layout.alignment: Qt.AlignVCenter
            spacing: Theme.space2
            visible: header.quote.tradable

            QuoteButton {
                objectName: "marketSell"
                kind: Button.Sell
                words: qsTr("Sell")
                figure: header.quote.bid
                hint: qsTr("Sell at the bid or better (Alt+S)")
                onClicked: header.model.tradeRequested(false)
            }
            QuoteButton {
                objectName: "marketBuy"
                kind: Button.Buy
                words: qsTr("Buy")
                figure: header.quote.ask
                hint: qsTr("Buy at the ask or better (Alt+B)")
                onClicked: header.model.tradeRequested(true)
            }
        }
    }
    Separator {
        y: parent.height - 1
        width: parent.width
    }
}
