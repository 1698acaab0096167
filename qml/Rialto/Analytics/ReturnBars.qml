// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtCharts
import Rialto.Theme
import Rialto.Kit

// How often which daily return was: a bar a step of returns, what lies beyond the value at risk in the colour of warnings.
// `distribution`: {beyond, losses, gains: counts a bar, edges: [{at, text}], tallest}.
Item {
    id: bars

    property var distribution: ({})
    readonly property bool filled: distribution.tallest > 0

    objectName: "returnBars"
    Accessible.role: Accessible.Chart
    Accessible.name: qsTr("Daily returns")
    onDistributionChanged: Qt.callLater(edges.renew) // when every binding on it is renewed

    ChartView {
        anchors.fill: parent
        visible: bars.filled
        antialiasing: true
        backgroundColor: "transparent"
        plotAreaColor: "transparent"
        legend.visible: false
        margins { left: 0; top: 0; right: 0; bottom: 0 }

        StackedBarSeries {
            barWidth: 0.86
            axisX: CategoryAxis {
                id: edges

                property var shown: []

                function renew() {
                    for (const label of shown)
                        remove(label);
                    shown = [];
                    min = -0.5;
                    startValue = -0.5;
                    max = bars.filled ? bars.distribution.gains.length - 0.5 : 0.5;
                    for (const edge of bars.filled ? bars.distribution.edges : []) {
                        append(edge.text, edge.at);
                        shown.push(edge.text);
                    }
                }

                labelsPosition: CategoryAxis.AxisLabelsPositionOnValue
                labelsFont: Theme.axisFont
                labelsColor: Theme.textMuted
                gridVisible: false
                color: Theme.lineStrong
                Component.onCompleted: renew()
            }
            axisY: ValueAxis {
                min: 0
                max: Math.max(4, bars.filled ? bars.distribution.tallest : 0)
                tickCount: 3
                labelFormat: "%d"
                labelsFont: Theme.axisFont
                labelsColor: Theme.textMuted
                gridLineColor: Theme.grid
                lineVisible: false
            }

            BarSet {
                values: bars.filled ? bars.distribution.beyond : []
                color: Theme.warning
                borderColor: "transparent"
            }
            BarSet {
                values: bars.filled ? bars.distribution.losses : []
                color: Theme.down
                borderColor: "transparent"
            }
            BarSet {
                values: bars.filled ? bars.distribution.gains : []
                color: Theme.up
                borderColor: "transparent"
            }
        }
    }
    EmptyState {
        anchors.fill: parent
        visible: !bars.filled
        symbol: "chart"
        text: qsTr("No values yet")
    }
}
