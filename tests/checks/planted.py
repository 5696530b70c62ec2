"""More planted claims and honest lines, ``text|fact``: names, figures, properties, promises, and what is like them but harmless."""

from __future__ import annotations

PLANTED = {
    "en": ("SunSip has a leather handle|f1", "Our lantern comes with a charger|f1", "SunSip includes a phone socket|f1", "A waterproof lantern|f1", "Handmade in small batches|", "Ships with same-day service|", "Family-run since spring|", "It is eco-friendly|f1", "Sold in Berlin and Lyon|f1", "As Dr Miller puts it|f1", "Rated by readers|f1", "Cheaper nights ahead|f1", "Hundreds of nights of light|f1", "Lasts 30 years|f1"),
    "es": ("SunSip tiene asa de cuero|f1", "SunSip incluye cargador|f1", "Un farol impermeable|f1", "Hecho a mano|", "Entrega a domicilio|", "Somos una empresa familiar|", "Abierto las 24 horas|", "Duplica tu luz|f1", "Cinco estrellas|f1", "Con bluetooth|f1", "Se vende en Berlín|f1"),
    "de": ("SunSip hat einen Ledergriff|f1", "Unsere Laterne bietet Fernbedienung|f1", "Eine wasserdichte Laterne|f1", "Handgefertigt|", "Rund um die Uhr|", "Ein Familienbetrieb|", "Nachhaltig gedacht|", "Tausende Abende Licht|f1", "Mit Bluetooth|f1", "Ausgezeichnet vom Handwerk|f1", "Läuft drei Jahre|f1"),
    "fr": ("SunSip propose une télécommande|f1", "SunSip contient du cuivre|f1", "Une lanterne étanche|f1", "Fait main|", "Livraison à domicile|", "Une entreprise familiale|", "Ouvert tous les jours|", "Des milliers de soirées|f1", "Avec bluetooth|f1", "Vendue à Berlin|f1", "Dernières places|f1"),
    "zh": ("SunSip配有皮质提手|f1", "SunSip内置音箱|f1", "一盏防水的灯|f1", "手工制作|", "送货上门|", "家族经营的小店|", "24小时营业|f1", "支持蓝牙连接|f1", "亮30年|f1", "数千人的选择|f1", "在Berlin有售|f1"),
}  # fmt: skip

HONEST = {
    "en": ("SunSip has sunlight for 12 hours|f1", "The room has a window and a view|", "It comes with age|", "Evenings have a sound of their own|", "A lantern on the table, a book on the knee|", "Ask first, decide later|", "#SunSip #lantern|", "Costs 1,200 euros at Harbour Street|f3", "Have a moment for a short letter?|", "On Thursday, after the rain|"),
    "es": ("La noche tiene otro sonido|", "Con calma, que hay tiempo|", "Con una manta en las rodillas|", "Los datos, antes de decidir|", "#SunSip #farolsolar|", "Una línea para guardar|", "Un libro sobre la mesa|", "El martes también promete|", "SunSip, un farol solar|product"),
    "de": ("Der Abend hat seine eigenen Geräusche|", "Mit einer Decke auf den Knien|", "Erst lesen, dann entscheiden|", "#SunSip #Solarlaterne|", "Eine Zeile zum Merken|", "Ein Buch auf dem Tisch|", "Auch der Dienstag kann was werden|", "SunSip, eine Solarlaterne|product", "Kostet 1.200 Euro|f3"),
    "fr": ("Le soir a ses propres bruits|", "Avec une couverture sur les genoux|", "Lire d'abord, choisir ensuite|", "#SunSip #lanternesolaire|", "Une ligne à garder|", "Un livre sur la table|", "Mardi a du potentiel|", "SunSip, une lanterne solaire|product", "Coûte 1 200 euros|f3"),
    "zh": ("夜里有自己的声音|", "膝上一条毯子|", "先看清楚，再做决定|", "#SunSip #太阳能灯|", "值得记下的一句|", "桌上一本书|", "星期二，也可以很亮|", "SunSip，一盏太阳能灯|product", "售价1,200元|f3"),
}  # fmt: skip
