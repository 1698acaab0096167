// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Charts
import Rialto.Market

// The quote of the current instrument over its chart.
Item {
    id: panel

    required property MarketModel model

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    QuoteHeader {
        id: header

        model: panel.model
        width: parent.width
    }
    Item {
        id: tools

        y: header.height
        width: parent.width
        height: Theme.px(32)

        SegmentedControl {
            objectName: "chartInterval"
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.space3
            implicitHeight: Theme.px(22)
            label: qsTr("Interval of the bars")
            model: panel.model.chart.intervals
            currentIndex: panel.model.chart.interval
            onActivated: (index) => panel.model.chart.interval = index
        }
        Row {
            anchors.verticalCenter: parent.verticalCenter
            anchors.right: parent.right
            anchors.rightMargin: Theme.space2
            spacing: Theme.space1

            SegmentedControl {
                objectName: "chartStyle"
                implicitHeight: Theme.px(22)
                label: qsTr("Kind of chart")
                model: [qsTr("Candles"), qsTr("Bars"), qsTr("Line")]
                onActivated: (index) => chart.style = index
            }
            Item { width: Theme.space2; height: 1 }
            IconButton { symbol: "minus"; hint: qsTr("More bars"); onClicked: chart.zoomBy(1 / 1.4) }
            IconButton { symbol: "plus"; hint: qsTr("Fewer bars"); onClicked: chart.zoomBy(1.4) }
            IconButton { symbol: "chevron-right"; hint: qsTr("To the newest bar"); enabled: !chart.atEnd; onClicked: chart.goToEnd() }
        }
    }
    CandleChart {
        id: chart

        objectName: "marketChart"
        anchors.fill: parent
        anchors.topMargin: header.height + tools.height
        series: panel.model.chart.series
        emptyText: panel.model.chart.loading ? qsTr("Loading bars") : qsTr("No trade in this interval yet")
        activeFocusOnTab: true
    }
}
