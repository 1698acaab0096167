// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Trading

// The ticket and the ladder beside the blotters: orders over fills over positions.
FocusScope {
    id: workspace

    required property TradingModel model

    objectName: "tradingWorkspace"

    SplitView {
        anchors.fill: parent
        orientation: Qt.Horizontal

        OrderTicket {
            model: workspace.model.ticket
            focus: true
            T.SplitView.preferredWidth: Theme.px(330)
            T.SplitView.minimumWidth: Theme.px(290)
        }
        LadderPanel {
            model: workspace.model.ladder
            T.SplitView.preferredWidth: Theme.px(230)
            T.SplitView.minimumWidth: Theme.px(190)
        }
        SplitView {
            orientation: Qt.Vertical
            T.SplitView.fillWidth: true
            T.SplitView.minimumWidth: Theme.px(480)

            OrdersPanel {
                model: workspace.model.orders
                desk: workspace.model.desk
                T.SplitView.fillHeight: true
                T.SplitView.minimumHeight: Theme.px(120)
            }
            FillsPanel {
                model: workspace.model.fills
                T.SplitView.preferredHeight: Math.round(workspace.height * 0.24)
                T.SplitView.minimumHeight: Theme.px(90)
            }
            PositionsPanel {
                model: workspace.model.positions
                desk: workspace.model.desk
                T.SplitView.preferredHeight: Math.round(workspace.height * 0.42)
                T.SplitView.minimumHeight: Theme.px(120)
            }
        }
    }
}
