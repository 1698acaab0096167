// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Market

// Both sides of the book, best price on top, sizes as bars that grow away from the middle.
Panel {
    id: panel

    required property DepthModel model
    readonly property real half: Math.floor((width - 1) / 2)

    title: qsTr("Depth")
    subtitle: panel.model.known ? qsTr("Spread %1").arg(panel.model.spread) : ""

    Item {
        id: heads

        width: parent.width
        height: Theme.headerHeight

        Label { x: Theme.space2; width: panel.half / 2; height: parent.height; text: qsTr("Size"); font: Theme.smallFont; muted: true }
        Label {
            x: panel.half / 2
            width: panel.half / 2 - Theme.space2
            height: parent.height
            text: qsTr("Bid")
            font: Theme.smallFont
            muted: true
            horizontalAlignment: Text.AlignRight
        }
        Label { x: panel.half + 1 + Theme.space2; width: panel.half / 2; height: parent.height; text: qsTr("Ask"); font: Theme.smallFont; muted: true }
        Label {
            x: panel.half + panel.half / 2
            width: panel.half / 2 - Theme.space2
            height: parent.height
            text: qsTr("Size")
            font: Theme.smallFont
            muted: true
            horizontalAlignment: Text.AlignRight
        }
        Separator { y: parent.height - 1; width: parent.width }
    }
    ListView {
        id: levels

        objectName: "depthLevels"
        anchors.fill: parent
        anchors.topMargin: heads.height
        anchors.bottomMargin: foot.height + own.height
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: panel.model
        visible: panel.model.known
        Accessible.role: Accessible.Table
        Accessible.name: panel.title

        delegate: Item {
            id: level

            required property int index
            required property string bidPrice
            required property string bidSize
            required property real bidFraction
            required property bool bidOwn
            required property string askPrice
            required property string askSize
            required property real askFraction
            required property bool askOwn

            width: ListView.view.width
            height: Math.max(Theme.px(18), Math.floor(levels.height / 10))
            Accessible.role: Accessible.Row
            Accessible.name: Theme.spoken ? bidSize + " " + bidPrice + " " + askPrice + " " + askSize : ""

            Rectangle {
                x: panel.half - width
                y: 1
                width: Math.round(panel.half * level.bidFraction)
                height: parent.height - 2
                color: Theme.upSoft
            }
            Rectangle {
                x: panel.half + 1
                y: 1
                width: Math.round(panel.half * level.askFraction)
                height: parent.height - 2
                color: Theme.downSoft
            }
            Rectangle {
                x: panel.half - Theme.px(3)
                width: Theme.px(3)
                height: parent.height
                visible: level.bidOwn
                color: Theme.accent
            }
            Rectangle {
                x: panel.half + 1
                width: Theme.px(3)
                height: parent.height
                visible: level.askOwn
                color: Theme.accent
            }
            Figure { x: Theme.space2; width: panel.half / 2; height: parent.height; text: level.bidSize; horizontalAlignment: Text.AlignLeft }
            Figure {
                x: panel.half / 2
                width: panel.half / 2 - Theme.space2
                height: parent.height
                text: level.bidPrice
                tone: Theme.Up
                font: level.index === 0 ? Theme.strongFont : Theme.figureFont
            }
            Figure {
                x: panel.half + 1 + Theme.space2
                width: panel.half / 2
                height: parent.height
                text: level.askPrice
                tone: Theme.Down
                font: level.index === 0 ? Theme.strongFont : Theme.figureFont
                horizontalAlignment: Text.AlignLeft
            }
            Figure { x: panel.half + panel.half / 2; width: panel.half / 2 - Theme.space2; height: parent.height; text: level.askSize }
        }
    }
    EmptyState {
        anchors.fill: levels
        visible: !panel.model.known
        symbol: "depth"
        text: qsTr("No orders to show")
    }
    Column {
        id: own

        anchors.bottom: foot.top
        x: Theme.space2
        width: parent.width - 2 * Theme.space2

        Label {
            objectName: "ownBid"
            width: parent.width
            height: visible ? Theme.rowHeight : 0
            visible: panel.model.ownBid !== ""
            text: panel.model.ownBid
            font: Theme.smallFont
            color: Theme.buy
            elide: Text.ElideRight
        }
        Label {
            objectName: "ownAsk"
            width: parent.width
            height: visible ? Theme.rowHeight : 0
            visible: panel.model.ownAsk !== ""
            text: panel.model.ownAsk
            font: Theme.smallFont
            color: Theme.sell
            elide: Text.ElideRight
        }
    }
    Item {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.px(24)

        Figure {
            id: bidSum

            x: Theme.space2
            height: parent.height
            text: panel.model.bidTotal
            font: Theme.smallFont
            tone: Theme.Up
        }
        Rectangle {
            id: balance

            anchors.verticalCenter: parent.verticalCenter
            x: Theme.px(56)
            width: parent.width - 2 * x
            height: Theme.px(4)
            radius: height / 2
            color: Theme.downSoft

            Rectangle {
                width: Math.round(parent.width * panel.model.bidShare)
                height: parent.height
                radius: parent.radius
                color: Theme.up
                opacity: 0.65
            }
        }
        Figure {
            anchors.right: parent.right
            anchors.rightMargin: Theme.space2
            height: parent.height
            text: panel.model.askTotal
            font: Theme.smallFont
            tone: Theme.Down
        }
    }
}
