"""The invented people of the sample network. None of them exists; their addresses are under example.org."""

from __future__ import annotations

GIVEN = """Ottilie Basil Marguerite Thaddeus Wilhelmina Ignatius Clementine Ambrose Philippa Cornelius Rosalind Leopold Henrietta
Octavian Beatrix Percival Ludmila Fergus Isadora Barnaby Zenobia Caspian Odette Horatio Amaryllis Lysander Drusilla Evander
Marigold Silvanus Petronella Aurelio Saskia Bartholomew Ximena Tiberius Anneliese Florian Delphine Gideon Noor Kenji Adaeze
Mateus Ingrid Tariq Yuki Sunniva Rafael Priya Kwame Ailbhe Dmitri Leilani Joaquim Amina Søren Zoë Łucja Emre Chiara Viggo
Mireille Tomás Oksana Bo Hanae Ngozi Iñigo Ayşe Wenceslas Björk""".split()
FAMILY = """Brandywine Thistlewood Quillfeather Merriweather Pennyroyal Fotheringay Applegarth Winterbottom Larkspur Underhill
Featherstonehaugh Copperfield-Moss Goosequill Marchpane Ravensworth Tumbleford Wetherspindle Dewberry Foxglove-Hart Nettleship
Oakapple Snowdrop-Vane Halfpenny Inkwell Lanternjack Moonraker Sparrowgrass Stillwater Tanglewood Wickersham Zephyrine Bellweather
Candlemas Driftwood Emberley Frostwick Gingerbread Hollowell Ivorybeam Juniperus Kettledrum Lavenderhill Mistlethwaite Nightjar
Orchardson Pumpernickel Quartermain Rosewater Saltmarsh Trelliswick Umberland Violetine Willowherb Yarrowby Zitherwood Almondbury
Birdwhistle Clockmaker Dandelion-Roux Eiderdown Figtree-Sato Gossamer Hazelnutt Ironquill Jellicoe-Pond Kingcup Lemonwood
Marmalade Nutmeg-Okoro Oystercatcher Peppercorn Quincewell""".split()
ORGANIZATIONS = """Northwind Kites|Umbrella Teapots|Larkfield Observatory|Paper Lantern Press|Tidewater Clocks|Moonmilk Dairy|
Salt & Cinder Foundry|Blue Heron Maps|Quietfire Software|Marrowbone Museum|Copperleaf Energy|Thimble & Sons|Greenhouse Nine|
Halcyon Ferries|Ember Road Bakery|Glasswing Biotech|Owl Post Logistics|Sundial Insurance|Pepperpot Studios|Fathom Robotics|
Wren & Partners|Lodestar Schools|Meridian Orchestra|Hedgerow Foods|Cloudberry Bank|Anvil Bicycle Works|Saffron Line Railways|
Perpetua Design|Snowgoose Travel|Honest Weights Lab""".replace("\n", "").split("|")
SCHOOLS = ["University of Lower Wickham", "Saint Osyth Polytechnic", "Academy of Applied Kites"]
TITLES = """Head of data|Chief gardener|Product lead|Ferry captain|Editor|Treasurer|Clockmaker|Research director|Head of people|
Founder|Illustrator|Counsel|Purchasing manager|Station manager|Conductor|Robotics engineer|Account manager|Curator|
Head of operations|Sales director|Baker-in-chief|Astronomer|Programme officer|Translator""".replace("\n", "").split("|")
INTERESTS = """climbing|bread baking|sea swimming|chess|birdwatching|choir|letterpress|cycling|astronomy|beekeeping|jazz piano|
allotment gardening|sailing|crosswords|pottery|trail running|old maps|fencing|mushroom hunting|ceramics|folk dancing|
radio drama|kite building|film photography""".replace("\n", "").split("|")
PLACES = """Lower Wickham|Port Sallow|Grand Oriel|Saint Osyth|Tarn Bridge|Elderholm|Marrow Bay|New Candlemas|Quay Hollow|Upper Larch""".split(
    "|"
)
EVENTS = [
    "the Harvest Fair of Makers",
    "the Wickham Data Evenings",
    "Lantern Conference",
    "the alumni supper",
    "a panel on slow software",
]

# What one learns of people: (what was talked about, a detail that belongs to it)
TOPICS = [
    ("the move to the new office by the canal", "the light is good but nobody can find the stairs"),
    ("her daughter's first school year", "she already corrects the teacher's spelling"),
    ("a pilot with three ferries on electric drive", "the quietest crossing they have ever had"),
    ("hiring two apprentices", "she asked for people who finish what they begin"),
    ("the book on tide tables", "the manuscript is at the printer since Monday"),
    ("a knee that will not heal", "no running before spring"),
    ("the search for a treasurer", "somebody calm, with patience for committees"),
    ("the choir's trip to Port Sallow", "thirty singers and one bus"),
    ("his plan to leave consulting", "he wants to build one thing and stay with it"),
    ("the grant that came through", "enough for two years if they are careful"),
    ("a bread oven in the garden", "the first loaves were charcoal"),
    ("the merger nobody asked for", "two of everything, and one coffee machine"),
    ("teaching chess at the prison", "he says they play better than his club"),
    ("the exhibition on forgotten maps", "it opens when the roof is dry"),
    ("a sabbatical on the coast", "four months, no laptop"),
    ("the rewrite of the booking system", "she wants to hear how we did ours"),
    ("caring for his father", "Tuesdays and Thursdays are gone"),
    ("the half marathon in Tarn Bridge", "she came in ninth"),
    ("a speaker for the November evening", "about making decisions slowly"),
    ("the new puppy", "it is called Ledger and eats receipts"),
    ("learning Portuguese", "he dreams of reading the poets"),
    ("a supplier who stopped answering", "it cost them the summer"),
    ("the paper on bird migration", "reviewer two was kind for once"),
    ("moving the archive", "eleven thousand boxes and one lift"),
    ("her band's first record", "pressed on green vinyl"),
    ("starting a cooperative", "seven members, one rule"),
    ("the flood in the workshop", "the lathes are saved"),
    ("a fellowship in Grand Oriel", "she starts after Easter"),
    ("sleep, and the lack of it, with twins", "he has read every book on it, at night"),
    ("the award for the bicycle bridge", "the mayor mispronounced everybody's name"),
]  # fmt: skip
PROMISES_MINE = [
    "send the slides of the talk", "introduce her to the editor at Paper Lantern Press", "lend the book on tides",
    "look over the job description", "send the name of the baker", "find the photo of the old team",
]  # fmt: skip
PROMISES_THEIRS = [
    "send the draft of the contract", "ask whether the hall is free in March", "share the list of speakers",
    "put in a word with the museum",
]  # fmt: skip
