"""What people do for a living in English, as ``flat`` spells it: trades, professions and offices that end like no other word."""

from __future__ import annotations

POSTS = (
    # law, state, church
    "barrister solicitor magistrate coroner bailiff arbitrator mediator conveyancer paralegal legal_executive procurator procurator_fiscal recorder advocate queen's_counsel king's_counsel kc qc jurist legislator"
    " alderman alderwoman councilmember assemblyman assemblywoman congresswoman envoy attache charge_d'affaires high_commissioner ombudsman returning_officer town_crier verger deacon curate vicar friar abbess prioress"
    " minister_of_religion celebrant cantor imam customs_officer immigration_officer probation_officer prison_officer parole_officer police_constable constable sheriff trooper ranger park_ranger gamekeeper warrant_officer petty_officer"
    # schools, universities, libraries, museums
    " bursar headteacher head_teacher principal deputy_head proctor research_associate research_assistant teaching_assistant teaching_fellow docent instructor dive_instructor ski_instructor driving_instructor yoga_instructor fitness_instructor swimming_teacher"
    " invigilator examiner school_counsellor school_counselor guidance_counselor matron housemaster housemistress lab_technician lab_tech lab_manager archaeologist palaeontologist paleontologist egyptologist epidemiologist toxicologist virologist"
    " senior_lecturer adjunct_professor emeritus visiting_scholar cataloguer bookbinder picture_framer conservator exhibitions_officer"
    # care
    " orthopaedic_resident orthopedic_resident surgical_resident medical_resident psychiatry_resident chief_resident surgery_resident paediatrician pediatrician gynaecologist gynecologist obstetrician anaesthetist anesthetist orthodontist podiatrist chiropodist osteopath chiropractor acupuncturist dietitian dietician nutritionist audiologist radiographer sonographer phlebotomist"
    " gp general_practitioner locum consultant_surgeon registrar ward_sister ward_manager matron staff_nurse charge_nurse nurse_practitioner district_nurse school_nurse health_visitor doula midwife care_worker care_assistant caregiver social_worker support_worker youth_worker"
    " counsellor counselor psychiatrist optician orderly hospice_chaplain undertaker embalmer funeral_director pharmacist dispenser speech_therapist occupational_therapist physio masseur masseuse farrier vet_nurse zookeeper falconer dog_groomer dog_walker"
    # building, making, repairing
    " joiner cabinet_maker bricklayer stonemason plasterer glazier roofer scaffolder welder pipefitter boilermaker steelworker ironmonger blacksmith wheelwright thatcher upholsterer carpet_fitter locksmith handyman foreman forewoman"
    " site_manager site_foreman yard_foreman quantity_surveyor structural_engineer draughtsman draughtswoman draftsman town_planner urban_planner millwright toolmaker tool_maker gunsmith saddler cobbler shoemaker furrier milliner seamstress dressmaker tailoress weaver glass_blower bookbinder typesetter"
    " engraver printmaker letterpress_printer signwriter sign_writer watchmaker clockmaker jeweler silversmith goldsmith gilder luthier organ_builder boatbuilder boat_builder shipwright sailmaker piano_tuner"
    # food and hospitality
    " publican landlord_of_the_pub innkeeper restaurateur maitre_d' head_waiter waiter waitress barman barmaid barkeeper mixologist cellar_master cellarman cellarmaster vintner viticulturist oenologist enologist distiller master_distiller roaster coffee_roaster"
    " chocolatier confectioner patissier pastry_chef sous_chef sous-chef head_chef line_cook executive_chef chef-owner chef_owner cheesemonger cheesemaker fishmonger greengrocer grocer milkman restaurant_owner concierge housekeeper bellhop night_porter"
    " tour_guide tour_operator travel_agent croupier wedding_planner event_planner party_planner"
    # land, water, roads, air
    " crofter rancher shepherdess beekeeper apiarist grower fruit_grower sheep_farmer dairy_farmer herdsman stockman agronomist forester arborist tree_surgeon horticulturist nurseryman trawlerman fisherman fisherwoman fish_farmer oyster_farmer"
    " harbour_master harbormaster harbour_pilot skipper boatswain bosun deckhand first_mate ship's_captain stevedore longshoreman docker lock-keeper lighthouse_keeper coxswain ferryman"
    " dispatcher logistics_dispatcher freight_forwarder shipping_clerk warehouse_supervisor warehouseman forklift_driver hgv_driver lorry_driver truck_driver trucker cabbie taxi_driver chauffeur postman postmistress postmaster station_master stationmaster train_driver signalman"
    " bus_driver air_traffic_controller flight_attendant cabin_crew purser first_officer flight_engineer aircraft_mechanic"
    # stage, page, pictures
    " impresario stage_manager stagehand dramaturg dramaturge lighting_designer sound_engineer sound_designer set_designer costume_designer costumier prop_master props_master theatre_director theater_director artistic_director musical_director choirmaster choir_director organist"
    " oboist flautist flutist clarinettist clarinetist saxophonist trumpeter trombonist percussionist drummer harpist bassist harpsichordist viola_player double_bassist accordionist soprano tenor baritone mezzo-soprano countertenor concertmaster bandleader songwriter lyricist librettist"
    " novelist dramatist ghostwriter sub-editor subeditor copy_editor copyeditor proofreader theatre_critic film_critic broadcaster newsreader presenter weather_presenter anchorwoman anchorman correspondent foreign_correspondent stringer photojournalist cartoonist caricaturist"
    " muralist ceramicist ceramist printmaker gallerist art_dealer antiques_dealer auctioneer valuer videographer cameraman camerawoman camera_operator gaffer showrunner casting_director talent_agent literary_agent booking_agent publicist press_officer puppeteer magician acrobat"
    # office, money, trade
    " actuary bank_teller loan_officer mortgage_broker insurance_broker stockbroker pawnbroker fund_manager portfolio_manager hedge_fund_manager investment_banker financier financial_adviser financial_planner tax_adviser tax_advisor bookmaker liquidator receiver insolvency_practitioner"
    " loss_adjuster claims_handler underwriter payroll_clerk bookkeeper cashier office_clerk typist stenographer receptionist switchboard_operator personal_assistant executive_assistant ea_to_the_ceo company_secretary club_secretary honorary_secretary fundraiser grant_writer grants_officer"
    " estate_agent letting_agent real_estate_agent realtor property_manager facilities_manager janitor custodian groundskeeper groundsman shopkeeper shop_owner stallholder market_trader wine_merchant timber_merchant wool_merchant haberdasher stationer newsagent antiquarian"
    " merchandiser visual_merchandiser stylist milliner perfumer barber hairdresser beautician nail_technician make-up_artist makeup_artist tattooist tattoo_artist personal_trainer physical_trainer jockey umpire linesman groundskeeper talent_scout"
    " headhunter head_hunter talent_partner people_partner scrum_coach agile_coach data_engineer data_steward dba penetration_tester pen_tester pentester ethical_hacker solution_architect solutions_architect sales_engineer support_engineer site_reliability_engineer product_lead growth_lead"
    " general_partner managing_partner venture_partner operating_partner limited_partner principal_investigator pi board_chair board_chairman non-executive_director non-exec ned executive_producer co-director co-chair vice-chair vice_chair vice_chancellor vice-chancellor pro-vice-chancellor deputy_director deputy_mayor"
    " comptroller procurement_officer quartermaster storekeeper shop_steward union_rep union_organiser campaigner lobbyist pollster speechwriter spin_doctor chief_whip interpreter lip-speaker lexicographer genealogist cartographer surveyor hydrologist meteorologist seismologist volcanologist"
    " glaciologist oceanographer marine_biologist ecologist ornithologist entomologist botanist horticulturalist geneticist astronomer astrophysicist astronaut metallurgist demographer criminologist ethnographer linguist sociologist theologian philosopher classicist medievalist mathematician logician cryptographer"
)
