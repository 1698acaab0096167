// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Charts

SplitView {
    id: page

    function path(seed: real, drift: real): var {
        const values = []
        let level = 0
        for (let i = 0; i < 500; ++i) {
            level += Math.sin(i * 0.7 + seed) * 0.35 + Math.sin(i * 0.037 * seed) * 0.22 + drift
            values.push(level)
        }
        return values
    }

    Panel {
        T.SplitView.fillWidth: true
        title: qsTr("Performance")
        subtitle: qsTr("Net of fees, USD")

        LineChart {
            anchors.fill: parent
            filled: true
            unit: "%"
            times: { const t = []; for (let i = 0; i < 500; ++i) t.push(1640995200000 + i * 86400000); return t }
            lines: [{name: qsTr("Portfolio"), values: page.path(1.3, 0.03)}, {name: qsTr("Benchmark"), values: page.path(2.1, 0.02), colour: 2}]
        }
    }
    SplitView {
        orientation: Qt.Vertical
        T.SplitView.preferredWidth: Theme.px(400)

        Panel {
            T.SplitView.preferredHeight: Theme.px(260)
            title: qsTr("Allocation")
            padding: Theme.space4

            DonutChart {
                anchors.fill: parent
                centreText: "1.24M"
                centreLabel: "USD"
                entries: [{label: qsTr("Equities"), value: 46.2, text: "46.2%"}, {label: qsTr("Bonds"), value: 24.1, text: "24.1%"},
                    {label: qsTr("Funds"), value: 14.9, text: "14.9%"}, {label: qsTr("Cash"), value: 9.3, text: "9.3%"}, {label: qsTr("Crypto"), value: 5.5, text: "5.5%"}]
            }
        }
        Panel {
            T.SplitView.fillHeight: true
            title: qsTr("Depth")

            DepthChart {
                anchors.fill: parent
                bids: { const b = []; for (let i = 0; i < 20; ++i) b.push(Qt.point(218.9 - i * 0.01, 300 + (i * 373) % 900)); return b }
                asks: { const b = []; for (let i = 0; i < 20; ++i) b.push(Qt.point(218.92 + i * 0.01, 200 + (i * 271) % 800)); return b }
            }
        }
    }
}
