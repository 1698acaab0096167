// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Market

// What moves: the chart of the current instrument over the watchlist, depth and trades beside them.
FocusScope {
    id: workspace

    required property MarketModel model

    objectName: "marketWorkspace"

    SplitView {
        anchors.fill: parent
        orientation: Qt.Horizontal

        SplitView {
            orientation: Qt.Vertical
            T.SplitView.fillWidth: true
            T.SplitView.minimumWidth: Theme.px(520)

            ChartPanel {
                model: workspace.model
                T.SplitView.fillHeight: true
                T.SplitView.minimumHeight: Theme.px(220)
            }
            WatchlistPanel {
                model: workspace.model
                focus: true
                T.SplitView.preferredHeight: Math.round(workspace.height * 0.4)
                T.SplitView.minimumHeight: Theme.px(120)
            }
        }
        SplitView {
            orientation: Qt.Vertical
            T.SplitView.preferredWidth: Theme.px(292)
            T.SplitView.minimumWidth: Theme.px(220)

            DepthPanel {
                model: workspace.model.depth
                T.SplitView.preferredHeight: Theme.px(294)
                T.SplitView.minimumHeight: Theme.px(160)
            }
            TapePanel {
                model: workspace.model.tape
                T.SplitView.fillHeight: true
                T.SplitView.minimumHeight: Theme.px(100)
            }
        }
    }
}
