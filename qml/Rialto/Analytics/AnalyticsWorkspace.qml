// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Analytics

// What a client's portfolio did, and what a strategy would have done.
FocusScope {
    id: workspace

    required property AnalyticsModel model

    objectName: "analyticsWorkspace"

    Rectangle {
        id: bar

        width: parent.width
        height: Theme.panelHeaderHeight
        color: Theme.surface

        Tabs {
            id: tabs

            objectName: "analyticsTabs"
            x: Theme.space3
            height: parent.height
            label: qsTr("Analytics")
            model: [qsTr("Performance and risk"), qsTr("Backtest")]
        }
    }
    PerformancePage {
        anchors.top: bar.bottom
        anchors.topMargin: 1
        anchors.bottom: parent.bottom
        width: parent.width
        visible: tabs.currentIndex === 0
        focus: visible
        model: workspace.model
    }
    BacktestPage {
        anchors.top: bar.bottom
        anchors.topMargin: 1
        anchors.bottom: parent.bottom
        width: parent.width
        visible: tabs.currentIndex === 1
        focus: visible
        model: workspace.model.backtest
    }
}
