"""A saying in each script that families here write: "I feel safe with Nan", or near enough."""

SAMPLES = {
    "Hindi": "मैं नानी के साथ सुरक्षित हूँ। क्षमा, पिता!",
    "Nepali": "म आमासँग सुरक्षित छु। धेरै माया।",
    "Marathi": "मला आजीसोबत सुरक्षित वाटते. ळ ऱ्य",
    "Gujarati": "હું નાની સાથે સુરક્ષિત છું. શ્રી ક્ષમા",
    "Tamil": "நான் பாட்டியுடன் பாதுகாப்பாக இருக்கிறேன். நாம்",
    "Chinese": "我和外婆在一起很安全。「我愛媽媽」，她說：好！",
    "Cantonese": "我哋同婆婆一齊，佢冇嬲，咁就啱㗎喇。",
    "Japanese": "おばあちゃんと一緒だと安心です。ママ、ありがとー！",
    "Korean": "할머니와 함께 있으면 안전해요. 엄마 사랑해.",
    "Tigrinya": "ምስ ዓባየይ ውሑስ እየ። ከመይ ኣለኹም፧",
    "Amharic": "ከአያቴ ጋር ደህና ነኝ። እናቴን እወዳለሁ።",
    "Telugu": "నేను అమ్మమ్మతో సురక్షితంగా ఉన్నాను. క్షమించు",
    "Kannada": "ನಾನು ಅಜ್ಜಿಯೊಂದಿಗೆ ಸುರಕ್ಷಿತವಾಗಿದ್ದೇನೆ.",
    "Malayalam": "ഞാൻ അമ്മൂമ്മയുടെ കൂടെ സുരക്ഷിതയാണ്.",
    "Sinhala": "මම ආච්චි සමඟ ආරක්ෂිතයි. ශ්‍රී ලංකා",
    "Odia": "ମୁଁ ଜେଜେମାଙ୍କ ସହିତ ସୁରକ୍ଷିତ।",
    "Thai": "หนูอยู่กับยายแล้วปลอดภัย น้ำใจที่นี่",
    "Lao": "ຂ້ອຍປອດໄພຢູ່ກັບແມ່ຕູ້",
    "Khmer": "ខ្ញុំមានសុវត្ថិភាពជាមួយយាយ។",
    "Burmese": "ကျွန်တော် အဖွားနဲ့ လုံခြုံတယ်။",
    "Hebrew": "אני בטוחה עם סבתא. שלום!",
    "Georgian": "ბებიასთან თავს უსაფრთხოდ ვგრძნობ.",
    "Armenian": "Տատիկի հետ ես ապահով եմ։",
    "Dhivehi": "އަހަރެން މާމަ އެކު ރައްކާތެރި.",
    "Syriac": "ܐܢܐ ܥܡ ܣܒܬܐ ܫܠܡܐ",
    "Sylheti": "ꠀꠝꠤ ꠘꠣꠘꠤꠞ ꠟꠉꠦ",
    "Tibetan": "ང་རྨོ་མོ་དང་མཉམ་དུ་བདེ།",
    "Berber": "ⴰⵣⵓⵍ ⵢⴻⵎⵎⴰ",
    "N’Ko": "ߒ ߓߍ߬ ߒ ߡߏ߬ߛߏ",
    "Fulani": "𞤀𞤣𞤢𞤥 𞤲𞤫𞤲𞤫",
    "Rohingya": "𐴀𐴞𐴕𐴐 𐴕𐴐𐴕𐴞",
    "Persian": "من پیش مادربزرگ در امانم. می‌خواهم بمانم.",
    "Urdu": "میں نانی کے ساتھ محفوظ ہوں۔",
    "Pashto": "زه له انا سره خوندي یم. پښتو",
    "Kurdish": "من لەگەڵ داپیرم سەلامەتم.",
    "Bengali": "আমি নানীর সাথে নিরাপদ। ক্ষমা করো।",
    "Assamese": "মই আইতাৰ লগত নিৰাপদ।",
    "Panjabi": "ਮੈਂ ਨਾਨੀ ਨਾਲ ਸੁਰੱਖਿਅਤ ਹਾਂ।",
    "Ukrainian": "Мені безпечно з бабусею. Її ґанок.",
    "Greek": "Νιώθω ασφαλής με τη γιαγιά.",
    "Vietnamese": "Con thấy an toàn với bà ngoại.",
    "Polish": "Przy babci czuję się bezpiecznie. Żółć.",
}
"""By the language's name in English."""

NEED_NO_ENGINE = frozenset(
    {
        *("Chinese", "Cantonese", "Japanese", "Korean", "Tigrinya", "Amharic", "Hebrew", "Georgian", "Armenian"),
        *("Berber", "Persian", "Urdu", "Ukrainian", "Greek", "Vietnamese", "Polish"),
    }
)
"""Right where there is no shaping engine: each letter stands as it is, or Unicode itself has the joined ones."""
