// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Charts

// The price chart in the colours of the theme. Give it `series`; see candle_chart_item.h for mouse and keys.
CandleChartItem {
    id: chart

    property string emptyText: qsTr("No bars for this instrument")

    objectName: "candleChart"
    theme: Theme
    language: Language.code
    implicitWidth: Theme.px(480)
    implicitHeight: Theme.px(320)
    Accessible.role: Accessible.Chart
    Accessible.name: summary
    Accessible.focusable: true

    EmptyState {
        anchors.fill: parent
        visible: !chart.series || chart.series.count === 0
        symbol: "chart"
        text: chart.emptyText
    }
    Rectangle {
        anchors.fill: parent
        color: "transparent"
        border.color: Theme.focus
        border.width: 1
        visible: chart.activeFocus && chart.focusShown
    }

    property bool focusShown: false
    Keys.onPressed: (event) => { chart.focusShown = true; event.accepted = false }
}
