// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Charts

// The book as two staircases: `bids` and `asks` are lists of points (price, size), best first.
DepthChartItem {
    id: chart

    objectName: "depthChart"
    theme: Theme
    implicitWidth: Theme.px(320)
    implicitHeight: Theme.px(180)
    Accessible.role: Accessible.Chart
    Accessible.name: qsTr("Market depth")

    EmptyState {
        anchors.fill: parent
        visible: chart.bids.length === 0 || chart.asks.length === 0
        symbol: "depth"
        text: qsTr("The book is empty")
    }
}
