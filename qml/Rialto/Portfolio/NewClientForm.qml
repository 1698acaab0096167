// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Rialto.Theme
import Rialto.Kit
import Rialto.Portfolio

// Opens a client with one account.
Popover {
    id: form

    required property PortfolioModel model

    title: qsTr("New client")
    contentItem: Column {
        spacing: Theme.space2

        Keys.onReturnPressed: form.model.openClient()
        SectionLabel { text: qsTr("New client") }
        FormRow {
            width: Theme.px(320)
            label: qsTr("Name")

            TextField {
                objectName: "newClientName"
                focus: true
                label: qsTr("Name")
                value: form.model.newName
                onEdited: (text) => form.model.newName = text
            }
        }
        FormRow {
            width: Theme.px(320)
            label: qsTr("Chinese name")

            TextField {
                objectName: "newClientNameZh"
                label: qsTr("Chinese name")
                value: form.model.newNameZh
                onEdited: (text) => form.model.newNameZh = text
            }
        }
        FormRow {
            width: Theme.px(320)
            label: qsTr("Number")

            TextField {
                objectName: "newClientNumber"
                label: qsTr("Number")
                value: form.model.newNumber
                onEdited: (text) => form.model.newNumber = text
            }
        }
        FormRow {
            width: Theme.px(320)
            label: qsTr("Currency")

            ComboBox {
                objectName: "newClientCurrency"
                label: qsTr("Currency")
                model: form.model.currencies
                currentIndex: form.model.newCurrencyIndex
                onActivated: (index) => form.model.newCurrencyIndex = index
            }
        }
        Label {
            objectName: "newClientError"
            width: Theme.px(320)
            visible: text !== ""
            text: form.model.newClientError
            color: Theme.danger
            wrapMode: Text.Wrap
            elide: Text.ElideNone
        }
        Button {
            objectName: "newClientOpen"
            width: Theme.px(320)
            kind: Button.Primary
            text: qsTr("Open client and account")
            onClicked: form.model.openClient()
        }
    }

    Connections {
        target: form.model
        function onClientOpened() { form.close() }
    }
}
