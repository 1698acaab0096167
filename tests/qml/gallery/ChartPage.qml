// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Charts
import Rialto.Gallery

SplitView {
    Panel {
        T.SplitView.fillWidth: true
        title: "NVLT"
        subtitle: "Novalt Semiconductor"
        linkable: true
        linkGroup: 4
        toolbar: [
            SegmentedControl { implicitHeight: Theme.px(22); model: ["1m", "5m", "1h", "1D", "1W"]; currentIndex: 3 },
            SegmentedControl {
                implicitHeight: Theme.px(22)
                model: [qsTr("Candles"), qsTr("Bars"), qsTr("Line")]
                onActivated: (index) => chart.style = index
            },
            IconButton { symbol: "expand"; hint: qsTr("Show all"); onClicked: chart.showAll() }
        ]

        CandleChart {
            id: chart

            anchors.fill: parent
            series: SampleSeries {}
            levels: [{price: 187.2, text: qsTr("Average cost"), tone: Theme.Muted}]
        }
    }
    SplitView {
        orientation: Qt.Vertical
        T.SplitView.preferredWidth: Theme.px(380)

        Panel {
            T.SplitView.fillHeight: true
            title: "TERN"
            CandleChart {
                anchors.fill: parent
                style: CandleChartItem.Line
                series: SampleSeries { title: "TERN · 5m"; Component.onCompleted: fill(3000, 300) }
                Component.onCompleted: showLast(160)
            }
        }
        Panel {
            T.SplitView.preferredHeight: Theme.px(300)
            title: "QUAY"
            CandleChart {
                anchors.fill: parent
                series: SampleSeries { title: "QUAY · 1D"; Component.onCompleted: fill(200000, 3600) }
                Component.onCompleted: Qt.callLater(showAll)
            }
        }
    }
}
