// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Charts

// Series over time in the colours of the theme: `times`, `lines`, `digits`, `unit`. Left and Right walk along the points.
LineChartItem {
    id: chart

    property string label: ""
    property string emptyText: qsTr("No values yet")

    objectName: "lineChart"
    theme: Theme
    language: Language.code
    implicitWidth: Theme.px(400)
    implicitHeight: Theme.px(220)
    Accessible.role: Accessible.Chart
    Accessible.name: label

    EmptyState {
        anchors.fill: parent
        visible: chart.times.length < 2
        symbol: "chart"
        text: chart.emptyText
    }
}
