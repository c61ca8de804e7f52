package io.plenary.kinds.words;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Common words of Welsh that begin with a letter that changes: of people, work, health and care,
 * leading, and everyday life. Also words that only look as if they were changed.
 */
final class WelshWords {
  private static final String PEOPLE =
      """
      baban babanod babi bachgen bechgyn brawd brodyr cariad cefnder chwaer chwiorydd cwpl cyfaill \
      cyfeillion cyfnither cymar cymdeithas cymdogion cymuned cymunedau cymydog cyndadau dyn dynes dynion \
      dynoliaeth gelyn geneth gweddw gwerin gŵr gwragedd gwraig gwŷr llanc llances mab mam mamau mam-gu meibion \
      menyw menywod merch merched modryb modrybedd morwyn nai nain neiniau nith oedolion oedolyn partner \
      partneriaid pensiynwr pensiynwyr person personau perthnasau perthynas plant plentyn plentyndod pobl \
      poblogaeth priod rhiant rhieni tad tadau tad-cu taid teulu teuluoedd teuluol trigolion\
      """;

  private static final String WORK =
      """
      busnes busnesau bwrdd byrddau cais canolfan canolfannau ceisiadau cleient cleientiaid contractau cost \
      costau cwmni cwmnïau cwrs cwsmer cwsmeriaid cydweithio cydweithiwr cydweithrediad cydweithwyr cyfarfod \
      cyfarfodydd cyfle cyfleoedd cyfleuster cyfleusterau cyflog cyflogaeth cyflogau cyflogwr cyflogwyr \
      cyflwyniad cyfweliad cyllid cyllideb cyllidebau cynadleddau cynhadledd cynigion cynllun cynlluniau \
      cynllunio cynnig cynnydd cyrsiau cytundeb data datblygiad datblygu dawn desg diweddariad diwydiannau \
      diwydiant dogfen dogfennau doniau dyletswydd dyletswyddau dyrchafiad ffatri gallu galluoedd galwad galwadau \
      galwedigaeth gwaith gwasanaeth gwasanaethau gweinyddol gweinyddu gweithdai gweithdy gweithgar gweithgaredd \
      gweithgareddau gweithio gweithiwr gweithle gweithlu gweithrediad gweithredu gweithwyr gwerth gwerthoedd \
      gwerthu gyrfa gyrfaoedd llafur llafurio llwyddiannus llwyddiant llwyddo llwyth mantais manteision marchnad \
      marchnata masnach medr medrau meincnod menter mentrau mentro nod nodau oriau papur papurau parhad \
      perfformiad polisi polisïau prentis prentisiaeth proffesiwn proffesiynol profiad profiadau proses prosesau \
      prosiect prosiectau pwrpas pwyllgor pwyllgorau pwysau rhaglen rhaglenni rheol rheolau rheoli rheolwr \
      rheolwyr rhestr rhwydwaith rhwydweithiau rhwydweithio rôl rolau sgil sgiliau swydd swyddfa swyddi tâl \
      taliad taliadau targed targedau tasg tasgau techneg technoleg teithio telerau tîm timau timoedd toriad \
      toriadau trefn trefniadaeth trefniadau trefnu trefnus tystysgrif\
      """;

  private static final String CARE =
      """
      braich brechlyn brechu breichiau brest bwyd bwydydd bydwragedd bydwraig bywyd bywydau cadair cadw calon \
      calonnau canser caredig caredigrwydd caru cefnogaeth cefnogi cefnogol claf clefyd clefydau cleifion clinig \
      clinigau clinigol clust clyw clywed coes corff croen cwsg cydymdeimlad cyfathrebu cyffur cyffuriau cyflwr \
      cyflyrau cymorth cynhaliaeth cynnal cynorthwyo cyrff cysgu cysur cysurus darpariaeth darparu deintydd \
      deintyddion dementia dioddef diogel diogelu diogelwch doctor doctoriaid dolur dosbarth dwylo genedigaeth \
      geni gobaith gobeithio gobeithiol gofal gofalgar gofalu gofalus gofalwr gofalwyr gorbryder gorffwys \
      gorffwyso gwaed gwallt gwella gwellhad gwellhau gwelliannau gwelliant gwely gwelyau gwên gwendid gwenu \
      gwrando gwydn gwydnwch llais llaw llawdriniaeth llawfeddyg llawfeddygaeth lleisiau lles llesiant llesol \
      llonydd llonyddwch llygad llygaid mamolaeth marw marwolaeth meddwl meddyg meddygaeth meddygfa meddyginiaeth \
      meddyginiaethau meddygol meddygon meddyliau meddyliol menopos mislif nyrs nyrsio nyrsys parch parchu \
      parchus pen penelin pennau poen poenau poenus prawf preifatrwydd profion pryder pryderon pryderus pwyll \
      rhannu rhyddhad rhyddhau tabled tabledi tawel tawelwch teimlad teimladau teimlo therapi tosturi tosturiol \
      traed trafferth trafferthion trawma trin triniaeth triniaethau troed trwyn tymheredd tyner tynerwch ysbyty\
      """;

  private static final String LEADING =
      """
      arwain arweinwyr arweinydd arweinyddiaeth arweinyddion balch balchder beiddgar blaengar blaengaredd \
      blaenoriaeth blaenoriaethau bri brwd brwdfrydedd brwdfrydig brwydr brwydro cadarn cadarnhaol cadeirydd \
      cadeiryddion cadernid call callineb canlyniad canlyniadau cenedl cenedlaethau cenhadaeth clir clod \
      creadigol creadigrwydd cred credu creu cryf cryfder cryfderau cydbwysedd cydnabod cydnabyddiaeth \
      cydraddoldeb cyfartal cyfartaledd cyfarwyddwr cyfarwyddwyr cyfeiriad cyffro cyffrous cyfiawn cyfiawnder \
      cyfnewid cyfoethog cyfraith cyfranogiad cyfrifol cyfrifoldeb cyfrifoldebau cyfuno cymell cymhelliant \
      cymhwyster cymwys cymwysterau cynghorau cyngor cynhesrwydd cynhwysiant cynhwysol cynnes cyson cysondeb \
      cystadlu cysylltiad cysylltiadau cysylltiedig cysylltu cywir dathliad dathlu deall dealltwriaeth deallus \
      deinamig delwedd democratiaeth dewis dewisiadau dewr dewrder diddordeb digon di-ofn diolch diolchgar \
      diwylliannau diwylliant doeth doethineb dyfalbarhad dyfalbarhau dyfodol dyhead dyheadau dylanwad dylanwadol \
      dylanwadu dysg dysgu gonest gonestrwydd gorau gostyngedig gostyngeiddrwydd grym grymus grymuso gwahaniaeth \
      gwahaniaethau gwahaniaethu gweledigaeth gwerthfawr gwerthfawrogi gwir gwirionedd gwleidyddiaeth gwrthsefyll \
      gwybod gwybodaeth llywio llywodraeth llywodraethu llywydd mentor mentora mentoriaid modd moesol mynegi \
      parhaus parod parodrwydd partneriaeth partneriaethau penaethiaid pendant penderfyniad penderfyniadau \
      penderfynol penderfynu pennaeth perchnogaeth plaid pleidlais pleidleisiau pleidleisio posibiliadau \
      posibilrwydd posibl positif pŵer pwerau pwerus rhagfarn rhagfarnau rhagoriaeth rhagorol rhagweithiol \
      rhinwedd rhyddid rhyw rhywedd rhywiaeth teg tegwch teilwng teyrngar teyrngarwch traddodiad traddodiadau \
      trafod trafodaeth trafodaethau trawsnewid trawsnewidiol triw tryloyw tryloywder tystiolaeth\
      """;

  private static final String EVERYDAY =
      """
      addysg agored amrywiaeth amser angen anghenion arian ateb atebion awyr bach bag bara bardd bargen bath beic \
      blas blasus blin blinder blinedig blodau blodyn blwyddyn blynyddoedd bore braf braint brecwast breuddwyd \
      breuddwydion bro bryn bryniau brys bwlch bwriad bws bwydo byd bylchau byr byw cae caled cam camau cân \
      caneuon canol canu capel car carreg cas cath cathod cau cefn cegin ceir cerdd cerddoriaeth ci cinio clo \
      clwb coed coeden cof coffi cofio coleg coll colli cornel craff croesawu croeso cul cwestiwn cwestiynau cwm \
      cŵn cwpan cwymp cyfan cyfeillgar cyfeillgarwch cyfforddus cyflym cyfnod cyfoes cymraeg cymro cymru cymry \
      cymysg cynnar cyntaf cystal da dafad dail dal dant dau defaid deg deigryn diflas digwyddiad digwyddiadau \
      dillad dim dinas dinasoedd distaw diwedd diwrnod doe drud drwg drws drysau du dwfn dŵr dwy dwys dydd \
      dyddiad dyddiadur dyddiau dyled dyma dyna egni empathi gadael gair galw gardd garw geiriau gerddi glân glas \
      glaw golau goleuni golwg gormod gorsaf greddf gwaeth gwag gwahanol gwair gwan gwanwyn gwasg gwawr gwefan \
      gweld gwell gwers gwersi gwin gwirfoddol gwirfoddoli gwirfoddolwr gwirfoddolwyr gwisg gwlad gwledig \
      gwledydd gwneud gwobr gwobrau gwraidd gwreiddiau gwres gwych gwyddoniaeth gwyliau gwyllt gwyn gwynt gwyrdd \
      iaith iechyd ieithoedd llachar llall llanw llawen llawenydd llawn lle lleoedd lleol llesg lleuad llif \
      llinell lliw lliwiau lloches lloer llong llun lluniau lluosog llwybr llwybrau llwyd llyfr llyfrau llyfrgell \
      llyn llythyr maes maith mân mawr medi melin melyn melys meysydd miloedd mis misoedd modern moethus môr \
      moroedd munud munudau mur muriau mwy mwynhad mwynhau mynd mynediad mynydd mynyddoedd pabell paned pâr parc \
      parti pawb pêl pell penblwydd peth pethau pleser pleserus plwyf pobi pont pontydd porth posib post problem \
      problemau pryd prydau prydferth prynhawn prynu pwnc pwynt pwyntiau pwysig pwysigrwydd pynciau rhad rhan \
      rhannau rheswm rhesymau rhif rhifau rhodd rhoddion rhoi rhosyn rhwystr rhwystrau rhwystredig \
      rhwystredigaeth rhyfedd rhyfel rhyngwyd rhythm tafarn tafod tai taith tan tanwydd tasgu te teithiau teledu \
      testun testunau tew tir tiroedd tlawd tlodi tlws ton tonnau torri traeth traethau traffig tref trefi trên \
      trenau trist tristwch tro troi trosedd trwm trydan trysor tu tua twf twll twym tŷ tyfu tymhorau tymor \
      tywydd tywyll uchelgais undod urddas ynni ysgol ystafell\
      """;

  private WelshWords() {}

  /** In lower case, without accents and hyphens. */
  static Set<String> all() {
    Set<String> words = new HashSet<>();
    for (String part : new String[] {PEOPLE, WORK, CARE, LEADING, EVERYDAY}) {
      String plain = Normalizer.normalize(part, Form.NFD).replaceAll("[\\p{M}-]", "");
      words.addAll(Arrays.asList(plain.split(" ")));
    }
    return words;
  }
}
